// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.session;

import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.core.meter.ProtocolMeters;
import io.mailscope.core.meter.ReplyClasses;
import io.mailscope.core.settings.MailSettings;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import java.util.Map;

/** A protocol whose replies the test chooses; everything else is the core's. */
final class FakeSession extends MailSession {

  private FakeReply next;

  /**
   * @param settings by the last part of their property
   */
  static FakeSession of(OpenTelemetryExtension otel, Map<String, String> settings) {
    return new FakeSession(
        new ProtocolTelemetry<>(
            MailProtocol.POP3,
            otel.getOpenTelemetry(),
            MailSettings.from(setting -> settings.get(suffix(setting.property()))),
            instruments -> new ProtocolMeters(MailProtocol.POP3, instruments)));
  }

  private static String suffix(String property) {
    return property.substring(property.lastIndexOf('.') + 1);
  }

  FakeSession(ProtocolTelemetry<ProtocolMeters> telemetry) {
    super(telemetry, "1", Peer.UNKNOWN);
  }

  MailCommand start(String word, FakeReply reply) {
    next = reply;
    return start(MailProtocol.POP3.commands().find(word));
  }

  MailCommand startDetached(String word) {
    next = FakeReply.NONE;
    return startDetached(MailProtocol.POP3.commands().find(word));
  }

  @Override
  protected MailCommand newCommand() {
    return new FakeCommand(this, next);
  }

  private static final class FakeCommand extends MailCommand {
    private final FakeReply reply;

    FakeCommand(MailSession session, FakeReply reply) {
      super(session);
      this.reply = reply;
    }

    @Override
    protected void reset() {}

    @Override
    protected void describeReply(Span span) {}

    @Override
    protected int replyClass() {
      return ReplyClasses.NONE;
    }

    @Override
    protected String replyCode() {
      return "refused";
    }

    @Override
    protected boolean isServerFault() {
      return reply == FakeReply.SERVER_FAULT;
    }

    @Override
    protected boolean isClientFault() {
      return reply == FakeReply.CLIENT_FAULT;
    }
  }
}
