// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.extendsClass;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** {@code auth} of James' handler of PASS, or of an application's own: before James hides why. */
class Pop3AuthenticatorInstrumentation extends HookedType {

  private static final String HANDLER =
      "org.apache.james.protocols.pop3.core.AbstractPassCmdHandler";

  Pop3AuthenticatorInstrumentation() {
    super(HANDLER, "org.apache.james.protocols.pop3.core.AbstractApopCmdHandler");
  }

  @Override
  public boolean withSubclasses() {
    return true;
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return extendsClass(named(HANDLER));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("auth").and(takesArguments(3)).and(takesArgument(2, String.class)),
        getClass().getName() + "$OpenAdvice");
  }

  @SuppressWarnings("unused")
  public static class OpenAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Return Object mailbox, @Advice.Thrown Throwable failure)
        throws Throwable {
      JamesPop3Auth.opened(mailbox, failure);
    }
  }
}
