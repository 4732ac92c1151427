// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.session;

import io.mailscope.core.catalog.MailAttributes;
import io.mailscope.core.catalog.MailMetric;
import io.mailscope.core.meter.Instruments;
import io.mailscope.core.meter.ProtocolMeters;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongUpDownCounter;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A port that a server listens on: {@code mail.server.up} is 1 from bind to close, and the
 * protocol's meters without attributes exist from then on. Thread-safe; closed once, however often
 * close is seen.
 */
public final class MailListener {

  private static final class Up {
    static final LongUpDownCounter COUNTER =
        Instruments.aboutAgent().upDownCounter(MailMetric.MAIL_SERVER_UP);
  }

  private final Attributes attributes;
  private final AtomicBoolean closed = new AtomicBoolean();

  private MailListener(Attributes attributes) {
    this.attributes = attributes;
  }

  /** The server has bound a port. */
  public static MailListener open(
      ProtocolTelemetry<? extends ProtocolMeters> telemetry, int serverPort) {
    MailListener listener =
        new MailListener(
            Attributes.of(
                MailAttributes.PROTOCOL,
                telemetry.protocol().id(),
                MailAttributes.SERVER_PORT,
                (long) serverPort));
    Up.COUNTER.add(1, listener.attributes);
    telemetry.meters().zero();
    return listener;
  }

  /** The server has closed it. */
  public void close() {
    if (closed.compareAndSet(false, true)) {
      Up.COUNTER.add(-1, attributes);
    }
  }
}
