// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.netty4;

import io.mailscope.james.netty4.Netty4Channels;
import io.mailscope.smtp.SmtpSession;
import io.mailscope.smtp.james.JamesSmtpSessions;
import io.netty.channel.Channel;
import io.opentelemetry.instrumentation.api.util.VirtualField;

/** Home of the channels of Netty 4 that carry SMTP. */
public final class Netty4SmtpChannels {

  private static final Netty4Channels<SmtpSession> channels =
      new Netty4Channels<>(
          VirtualField.find(Channel.class, SmtpSession.class), JamesSmtpSessions.get());

  private Netty4SmtpChannels() {}

  /** What all advice shares. */
  public static Netty4Channels<SmtpSession> get() {
    return channels;
  }
}
