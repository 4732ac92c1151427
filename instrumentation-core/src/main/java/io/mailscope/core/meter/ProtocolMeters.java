// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.meter;

import io.mailscope.core.auth.AuthMechanism;
import io.mailscope.core.catalog.CommandName;
import io.mailscope.core.catalog.MailAttributes;
import io.mailscope.core.catalog.MailMetric;
import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.core.session.CloseReason;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongUpDownCounter;
import io.opentelemetry.context.Context;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * The meters that all protocols have. They depend on no span: not on its being sampled, suppressed
 * or disabled. Thread-safe; recording allocates nothing but where a server's fault or an
 * authentication attempt is told apart.
 */
public class ProtocolMeters {

  private static final double NANOS_PER_SECOND = 1e9;

  private final LongCounter commands;
  private final CommandDurations durations;
  private final DoubleHistogram commandDuration;
  private final LongUpDownCounter active;
  private final LongCounter closed;
  private final LongCounter authAttempts;
  private final LongCounter authFailures;
  private final LongCounter authResults;
  private final Map<CloseReason, Attributes> reasons = new EnumMap<>(CloseReason.class);

  /** Makes the protocol's instruments. */
  public ProtocolMeters(MailProtocol protocol, Instruments instruments) {
    commands = instruments.counter(metric(protocol, "COMMANDS"));
    durations = new CommandDurations(protocol);
    commandDuration = instruments.histogram(metric(protocol, "COMMAND_DURATION"));
    active =
        instruments.upDownCounter(
            protocol == MailProtocol.SMTP
                ? MailMetric.SMTP_CONNECTIONS_ACTIVE
                : metric(protocol, "SESSIONS_ACTIVE"));
    closed = instruments.counter(metric(protocol, "CONNECTIONS_CLOSED"));
    authAttempts = instruments.counter(metric(protocol, "AUTH_ATTEMPTS"));
    authFailures = instruments.counter(metric(protocol, "AUTH_FAILURES"));
    authResults = instruments.counter(metric(protocol, "AUTH_RESULTS"));
    for (CloseReason reason : CloseReason.values()) {
      reasons.put(
          reason, Attributes.of(MailAttributes.REASON, reason.name().toLowerCase(Locale.ROOT)));
    }
  }

  private static MailMetric metric(MailProtocol protocol, String suffix) {
    return MailMetric.valueOf(protocol.name() + '_' + suffix);
  }

  /** Makes the meters without attributes exist with value 0; called when a listener comes up. */
  public void zero() {
    active.add(0);
    authAttempts.add(0);
    authFailures.add(0);
  }

  /** A connection was accepted. */
  public final void opened() {
    active.add(1);
  }

  /** A connection ended; to be called once for each {@link #opened()}. */
  public final void closed(CloseReason reason) {
    closed.add(1, reasons.get(reason));
    active.add(-1);
  }

  /** The server read a command. */
  public final void command(CommandName command) {
    commands.add(1, command.metricAttributes());
  }

  /**
   * A command's reply is complete, or its connection ended.
   *
   * @param reply index of the reply's class in {@link ReplyClasses}
   * @param errorType why the server failed, null where it did not
   * @param context carries the command's span, so that an exemplar can join its trace
   */
  public final void completed(
      CommandName command, int reply, String errorType, long nanos, Context context) {
    if (command.timed()) {
      commandDuration.record(
          nanos / NANOS_PER_SECOND, durations.attributes(command, reply, errorType), context);
    }
  }

  /**
   * An authentication attempt was decided.
   *
   * @param result {@code success}, a failure reason, {@code rate_limited} or {@code other}
   */
  public final void authenticated(AuthMechanism mechanism, boolean success, String result) {
    authAttempts.add(1);
    if (!success) {
      authFailures.add(1);
    }
    authResults.add(
        1,
        Attributes.of(
            MailAttributes.RESULT, result, MailAttributes.MECHANISM, mechanism.wireName()));
  }
}
