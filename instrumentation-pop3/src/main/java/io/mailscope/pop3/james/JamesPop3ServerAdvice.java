// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james;

import io.mailscope.james.JamesListeners;
import net.bytebuddy.asm.Advice;
import org.apache.james.protocols.api.ProtocolServer;

/** What POP3 does where James' own servers are advised. */
@SuppressWarnings("unused")
final class JamesPop3ServerAdvice {

  private JamesPop3ServerAdvice() {}

  public static class BindAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(@Advice.This ProtocolServer server) {
      JamesPop3Server.bound(server);
    }
  }

  public static class UnbindAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(@Advice.This ProtocolServer server) {
      JamesListeners.stopping(server);
    }
  }
}
