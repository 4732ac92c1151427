// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.server;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import io.mailscope.core.session.MailStep;
import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.api.Response;
import org.apache.mailet.Mail;

/** {@code processExtensions}: the message is complete and its hooks take it. */
class MessageHandlerInstrumentation extends HookedType {

  static final String MAILETS = // added in 3.7
      "org.apache.james.lmtpserver.MailetContainerHandler";

  MessageHandlerInstrumentation(String... typeNames) {
    super(typeNames);
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("processExtensions") // 3 arguments since 3.8
            .and(takesArgument(0, named("org.apache.james.protocols.smtp.SMTPSession")))
            .and(takesArgument(1, named("org.apache.mailet.Mail"))),
        getClass().getName() + "$ProcessAdvice");
  }

  @SuppressWarnings("unused")
  public static class ProcessAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static MailStep onEnter(
        @Advice.Argument(0) ProtocolSession session, @Advice.Argument(1) Mail mail) {
      return JamesMailSave.start(session, mail);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(
        @Advice.This Object handler,
        @Advice.Argument(0) ProtocolSession session,
        @Advice.Enter MailStep save,
        @Advice.Return Response response,
        @Advice.Thrown Throwable failure) {
      if (handler.getClass().getName().equals(MAILETS)) {
        JamesMailSave.processed(session, response);
      }
      JamesMailSave.end(save, failure);
    }
  }
}
