// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp;

import io.mailscope.core.catalog.MailMetric;
import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.core.meter.Instruments;
import io.mailscope.core.meter.ProtocolMeters;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.context.Context;

/** The meters that only SMTP has. Thread-safe. */
public final class SmtpMeters extends ProtocolMeters {

  private static final double NANOS_PER_MILLISECOND = 1e6;

  private final LongCounter messages;
  private final LongCounter bytes;
  private final DoubleHistogram processing;

  SmtpMeters(Instruments instruments) {
    super(MailProtocol.SMTP, instruments);
    messages = instruments.counter(MailMetric.SMTP_MESSAGES_RECEIVED);
    bytes = instruments.counter(MailMetric.SMTP_BYTES_RECEIVED);
    processing = instruments.histogram(MailMetric.SMTP_MESSAGE_PROCESSING_DURATION);
  }

  @Override
  public void zero() {
    super.zero();
    messages.add(0);
    bytes.add(0);
  }

  void accepted(long size) {
    // In this order, who sees the message sees its bytes.
    bytes.add(size);
    messages.add(1);
  }

  void processed(long nanos, Context context) {
    processing.record(nanos / NANOS_PER_MILLISECOND, Attributes.empty(), context);
  }
}
