// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3;

import io.mailscope.core.catalog.MailMetric;
import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.core.meter.Instruments;
import io.mailscope.core.meter.ProtocolMeters;
import io.opentelemetry.api.metrics.LongCounter;

/** The meters that only POP3 has. Thread-safe. */
public final class Pop3Meters extends ProtocolMeters {

  private final LongCounter messages;
  private final LongCounter bytes;

  Pop3Meters(Instruments instruments) {
    super(MailProtocol.POP3, instruments);
    messages = instruments.counter(MailMetric.POP3_MESSAGES_RETRIEVED);
    bytes = instruments.counter(MailMetric.POP3_BYTES_SENT);
  }

  @Override
  public void zero() {
    super.zero();
    messages.add(0);
    bytes.add(0);
  }

  void retrieved() {
    messages.add(1);
  }

  void sent(long octets) {
    bytes.add(octets);
  }
}
