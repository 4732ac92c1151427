// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.implementsInterface;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** {@code canLoginAsOtherUser}: whether a user may act as another. */
class AuthorizatorInstrumentation extends HookedType {

  private static final String AUTHORIZATOR = "org.apache.james.mailbox.Authorizator";

  AuthorizatorInstrumentation() {
    super(
        AUTHORIZATOR,
        "org.apache.james.adapter.mailbox.UserRepositoryAuthorizator",
        "org.apache.james.adapter.mailbox.DelegationStoreAuthorizator"); // added in 3.8
  }

  @Override
  public boolean withSubclasses() {
    return true;
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return implementsInterface(named(AUTHORIZATOR));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("canLoginAsOtherUser").and(takesArguments(2)),
        getClass().getName() + "$DelegationAdvice");
  }

  @SuppressWarnings("unused")
  public static class DelegationAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Argument(0) Object user,
        @Advice.Return Object state,
        @Advice.Thrown Throwable failure)
        throws Throwable {
      JamesDelegation.decided(user, state, failure);
    }
  }
}
