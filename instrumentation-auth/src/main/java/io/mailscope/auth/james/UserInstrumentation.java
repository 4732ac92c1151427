// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.implementsInterface;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** {@code verifyPassword} of a user who was found. */
class UserInstrumentation extends HookedType {

  private static final String USER = "org.apache.james.user.api.model.User";

  UserInstrumentation() {
    super(USER, "org.apache.james.user.lib.model.DefaultUser");
  }

  @Override
  public boolean withSubclasses() {
    return true;
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return implementsInterface(named(USER));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("verifyPassword").and(takesArguments(1)).and(takesArgument(0, String.class)),
        getClass().getName() + "$VerifyAdvice");
  }

  @SuppressWarnings("unused")
  public static class VerifyAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(@Advice.Return boolean right) throws Throwable {
      JamesUsers.verified(right);
    }
  }
}
