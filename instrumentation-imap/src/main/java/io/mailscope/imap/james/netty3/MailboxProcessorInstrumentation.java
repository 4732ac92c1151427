// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james.netty3;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.extendsClass;
import static net.bytebuddy.matcher.ElementMatchers.isBridge;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** The last place where an exception can be seen before James makes a NO of it. */
class MailboxProcessorInstrumentation extends HookedType {

  private static final String PROCESSOR =
      "org.apache.james.imap.processor.AbstractMailboxProcessor";

  MailboxProcessorInstrumentation() {
    super(PROCESSOR);
  }

  @Override
  public boolean withSubclasses() {
    return true;
  }

  /** The package goes first, since it is cheap to ask for. */
  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return nameStartsWith("org.apache.james.imap.processor.").and(extendsClass(named(PROCESSOR)));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        earlyProcess().or(named("processRequest").and(takesArguments(3))).and(not(isBridge())),
        getClass().getName() + "$ProcessAdvice");
  }

  /** Until 3.4, of which the overload with the session second is the processors' own. */
  private static ElementMatcher.Junction<MethodDescription> earlyProcess() {
    return named("doProcess")
        .and(takesArguments(5))
        .and(takesArgument(1, named("org.apache.james.imap.api.process.ImapSession")));
  }

  @SuppressWarnings("unused")
  public static class ProcessAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Thrown Throwable failure) {
      Netty3ImapCommand.failedBy(failure);
    }
  }
}
