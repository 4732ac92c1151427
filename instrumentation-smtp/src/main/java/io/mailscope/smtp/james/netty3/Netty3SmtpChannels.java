// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.netty3;

import io.mailscope.james.netty3.Netty3Channels;
import io.mailscope.smtp.SmtpSession;
import io.mailscope.smtp.james.JamesSmtpSessions;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import org.jboss.netty.channel.Channel;

/** Home of the channels of Netty 3 that carry SMTP. */
public final class Netty3SmtpChannels {

  private static final Netty3Channels<SmtpSession> channels =
      new Netty3Channels<>(
          VirtualField.find(Channel.class, SmtpSession.class), JamesSmtpSessions.get());

  private Netty3SmtpChannels() {}

  /** What all advice shares. */
  public static Netty3Channels<SmtpSession> get() {
    return channels;
  }
}
