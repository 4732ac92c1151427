// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james.netty3;

import io.mailscope.imap.james.UidCommandParserInstrumentation;
import net.bytebuddy.asm.Advice;
import org.apache.james.imap.decode.base.AbstractImapCommandParser;

/** The same place as since 3.8, told to the connection on Netty 3. */
class UidInstrumentation extends UidCommandParserInstrumentation {

  @SuppressWarnings("unused")
  public static class UidAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(
        @Advice.This AbstractImapCommandParser parser,
        @Advice.Argument(2) boolean uid,
        @Advice.Argument(3) Object session) {
      if (uid) {
        Netty3ImapConnection.uid(session, parser);
      }
    }
  }
}
