// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import io.mailscope.testing.server.JamesStub.Behaviour;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/** What James' protocol servers are made of: handlers of its own, and hooks of the test's. */
final class JamesHandlers {

  private static final String SMTP = "protocols.smtp.core.";
  private static final String HOOKS = "protocols.smtp.hook.";
  private static final String LMTP = "protocols.lmtp.";
  private static final String POP3 = "protocols.pop3.core.";
  private static final String DISPATCHER = "protocols.api.handler.CommandDispatcher";

  private JamesHandlers() {}

  static List<Object> smtp(
      JamesClasses james, Object metrics, Callable<String> onMessage, JamesAuthenticator onAuth) {
    List<Object> handlers =
        make(
            james,
            metrics,
            DISPATCHER,
            SMTP + "ExpnCmdHandler",
            SMTP + "esmtp.EhloCmdHandler",
            SMTP + "HeloCmdHandler",
            SMTP + "HelpCmdHandler",
            SMTP + "MailCmdHandler",
            SMTP + "NoopCmdHandler",
            SMTP + "QuitCmdHandler",
            SMTP + "RcptCmdHandler",
            SMTP + "RsetCmdHandler",
            SMTP + "VrfyCmdHandler",
            SMTP + "DataCmdHandler",
            SMTP + "esmtp.MailSizeEsmtpExtension",
            SMTP + "WelcomeMessageHandler",
            SMTP + "ReceivedDataLineFilter",
            SMTP + "DataLineMessageHookHandler",
            SMTP + "esmtp.StartTlsCmdHandler",
            SMTP + "esmtp.AuthCmdHandler",
            SMTP + "UnknownCmdHandler");
    handlers.add(
        james.stub(
            HOOKS + "MessageHook",
            (method, arguments) ->
                method.equals("onMessage") ? result(james, onMessage.call()) : Behaviour.NOT_MINE));
    handlers.add(
        james.stub(
            HOOKS + "AuthHook",
            (method, arguments) ->
                method.startsWith("do")
                    ? result(
                        james,
                        onAuth.check(
                            method,
                            method.equals("doSasl") ? null : arguments[1],
                            arguments.length > 2 ? (String) arguments[2] : null))
                    : Behaviour.NOT_MINE));
    return handlers;
  }

  static List<Object> lmtp(JamesClasses james, Object metrics, Callable<String> onMessage) {
    List<Object> handlers =
        make(
            james,
            metrics,
            DISPATCHER,
            LMTP + "core.LhloCmdHandler",
            SMTP + "MailCmdHandler",
            SMTP + "NoopCmdHandler",
            SMTP + "QuitCmdHandler",
            SMTP + "RcptCmdHandler",
            SMTP + "RsetCmdHandler",
            SMTP + "DataCmdHandler",
            LMTP + "core.WelcomeMessageHandler",
            LMTP + "core.ReceivedDataLineFilter",
            LMTP + "core.DataLineMessageHookHandler",
            SMTP + "UnknownCmdHandler");
    handlers.add(
        james.stub(
            LMTP + "hook.DeliverToRecipientHook",
            (method, arguments) ->
                method.equals("deliver") ? result(james, onMessage.call()) : Behaviour.NOT_MINE));
    return handlers;
  }

  static List<Object> pop3(
      JamesClasses james, Object metrics, JamesMailbox mailbox, JamesAuthenticator onAuth) {
    List<Object> handlers =
        make(
            james,
            metrics,
            POP3 + "CapaCmdHandler",
            POP3 + "UserCmdHandler",
            POP3 + "ListCmdHandler",
            POP3 + "UidlCmdHandler",
            POP3 + "RsetCmdHandler",
            POP3 + "DeleCmdHandler",
            POP3 + "NoopCmdHandler",
            POP3 + "RetrCmdHandler",
            POP3 + "TopCmdHandler",
            POP3 + "StatCmdHandler",
            POP3 + "QuitCmdHandler",
            POP3 + "WelcomeMessageHandler",
            POP3 + "UnknownCmdHandler",
            DISPATCHER);
    handlers.add(
        james.make(
            james.subclass(
                POP3 + "AbstractPassCmdHandler",
                (method, arguments) ->
                    "OK".equals(onAuth.check(method, arguments[1], (String) arguments[2]))
                        ? mailbox.open()
                        : null,
                "auth"),
            metrics));
    return handlers;
  }

  private static List<Object> make(JamesClasses james, Object metrics, String... names) {
    return new ArrayList<>(Arrays.stream(names).map(name -> james.make(name, metrics)).toList());
  }

  /** Constants since 3.1, methods in small letters before. */
  private static Object result(JamesClasses james, String name) throws Exception {
    Class<?> type = james.type(HOOKS + "HookResult");
    try {
      return type.getField(name).get(null);
    } catch (NoSuchFieldException e) {
      return type.getMethod(name.toLowerCase(java.util.Locale.ROOT)).invoke(null);
    }
  }
}
