// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james.netty4;

import io.mailscope.james.netty4.Netty4Channels;
import io.mailscope.pop3.Pop3Session;
import io.mailscope.pop3.james.JamesPop3Sessions;
import io.netty.channel.Channel;
import io.opentelemetry.instrumentation.api.util.VirtualField;

/** Home of the channels of Netty 4 that carry POP3. */
public final class Netty4Pop3Channels {

  private static final Netty4Channels<Pop3Session> channels =
      new Netty4Channels<>(
          VirtualField.find(Channel.class, Pop3Session.class), JamesPop3Sessions.get());

  private Netty4Pop3Channels() {}

  /** What all advice shares. */
  public static Netty4Channels<Pop3Session> get() {
    return channels;
  }
}
