// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james.netty3;

import io.mailscope.james.netty3.Netty3Channels;
import io.mailscope.pop3.Pop3Session;
import io.mailscope.pop3.james.JamesPop3Sessions;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import org.jboss.netty.channel.Channel;

/** Home of the channels of Netty 3 that carry POP3. */
public final class Netty3Pop3Channels {

  private static final Netty3Channels<Pop3Session> channels =
      new Netty3Channels<>(
          VirtualField.find(Channel.class, Pop3Session.class), JamesPop3Sessions.get());

  private Netty3Pop3Channels() {}

  /** What all advice shares. */
  public static Netty3Channels<Pop3Session> get() {
    return channels;
  }
}
