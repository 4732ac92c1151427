// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.session;

import io.mailscope.core.MailscopeVersion;
import io.mailscope.core.catalog.CommandName;
import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.core.catalog.MailSpan;
import io.mailscope.core.meter.Instruments;
import io.mailscope.core.meter.ProtocolMeters;
import io.mailscope.core.settings.MailSettings;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import java.util.function.Function;

/**
 * A protocol's tracer, meters and settings: one for each protocol and class loader. Immutable and
 * thread-safe.
 *
 * @param <M> the protocol's own meters
 */
public final class ProtocolTelemetry<M extends ProtocolMeters> {

  private final MailProtocol protocol;
  private final MailSettings settings;
  private final Tracer tracer;
  private final M meters;
  private final boolean[] commandSpans;
  private final boolean authSpans;

  /**
   * @param meters makes the protocol's meters from their instruments
   */
  public ProtocolTelemetry(
      MailProtocol protocol,
      OpenTelemetry openTelemetry,
      MailSettings settings,
      Function<Instruments, M> meters) {
    this.protocol = protocol;
    this.settings = settings;
    tracer =
        openTelemetry
            .tracerBuilder(protocol.scopeName())
            .setInstrumentationVersion(MailscopeVersion.VERSION)
            .build();
    this.meters =
        meters.apply(
            new Instruments(
                openTelemetry
                    .meterBuilder(protocol.scopeName())
                    .setInstrumentationVersion(MailscopeVersion.VERSION)
                    .build(),
                settings.disabledEvents()));
    commandSpans = new boolean[protocol.commands().all().size()];
    for (CommandName command : protocol.commands().all()) {
      commandSpans[command.index()] = !settings.disabledEvents().contains(command.spanName());
    }
    authSpans = !settings.disabledEvents().contains(protocol.authSpanName());
  }

  /** The protocol. */
  public MailProtocol protocol() {
    return protocol;
  }

  /** The settings that were in force at the start. */
  public MailSettings settings() {
    return settings;
  }

  /** The protocol's meters. */
  public M meters() {
    return meters;
  }

  /** The tracer of the protocol's scope. */
  public Tracer tracer() {
    return tracer;
  }

  /** Whether authentication attempts have spans. */
  public boolean hasAuthSpans() {
    return authSpans;
  }

  /** Whether spans of this kind are made. */
  public boolean has(MailSpan span) {
    return !settings.disabledEvents().contains(span.spanName());
  }

  boolean hasSpan(CommandName command) {
    return commandSpans[command.index()];
  }
}
