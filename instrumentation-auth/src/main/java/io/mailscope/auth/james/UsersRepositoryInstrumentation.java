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
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatcher;

/** {@code test} of James' users' repositories and of all others. */
class UsersRepositoryInstrumentation extends HookedType {

  private static final String REPOSITORY = "org.apache.james.user.api.UsersRepository";

  UsersRepositoryInstrumentation() {
    super(
        REPOSITORY,
        "org.apache.james.user.memory.MemoryUsersRepository",
        "org.apache.james.user.lib.UsersRepositoryImpl");
  }

  @Override
  public boolean withSubclasses() {
    return true;
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return implementsInterface(named(REPOSITORY));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("test").and(takesArguments(2)).and(takesArgument(1, String.class)),
        getClass().getName() + "$TestAdvice");
    transformer.applyAdviceToMethod(
        named("getUserByName").and(takesArguments(1)), getClass().getName() + "$LookUpAdvice");
  }

  @SuppressWarnings("unused")
  public static class TestAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static Object onEnter(@Advice.Argument(0) Object user) throws Throwable {
      return JamesUsers.start(user);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(
        @Advice.This Object repository,
        @Advice.Enter Object check,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object answer,
        @Advice.Thrown Throwable failure)
        throws Throwable {
      JamesUsers.end(check, repository, answer, failure);
    }
  }

  @SuppressWarnings("unused")
  public static class LookUpAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(@Advice.Return Object user) throws Throwable {
      JamesUsers.lookedUp(user);
    }
  }
}
