// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap;

import io.mailscope.core.catalog.MailMetric;
import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.core.meter.Instruments;
import io.mailscope.core.meter.ProtocolMeters;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongUpDownCounter;

/** The meters that only IMAP has. Thread-safe. */
public final class ImapMeters extends ProtocolMeters {

  private final LongCounter messages;
  private final LongCounter bytes;
  private final LongUpDownCounter idle;

  ImapMeters(Instruments instruments) {
    super(MailProtocol.IMAP, instruments);
    messages = instruments.counter(MailMetric.IMAP_MESSAGES_RETRIEVED);
    bytes = instruments.counter(MailMetric.IMAP_BYTES_SENT);
    idle = instruments.upDownCounter(MailMetric.IMAP_SESSIONS_IDLE);
  }

  @Override
  public void zero() {
    super.zero();
    messages.add(0);
    bytes.add(0);
    idle.add(0);
  }

  void fetched(long octets, boolean content) {
    bytes.add(octets);
    if (content) {
      messages.add(1);
    }
  }

  void idle(int change) {
    idle.add(change);
  }
}
