// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import io.mailscope.james.JamesListeners;
import net.bytebuddy.asm.Advice;
import org.apache.james.protocols.api.ProtocolServer;

/** What IMAP does where James' own servers are advised. */
@SuppressWarnings("unused")
public final class JamesImapServerAdvice {

  private JamesImapServerAdvice() {}

  public static class BindAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(@Advice.This ProtocolServer server) {
      JamesImapServer.bound(server);
    }
  }

  public static class UnbindAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(@Advice.This ProtocolServer server) {
      JamesListeners.stopping(server);
    }
  }
}
