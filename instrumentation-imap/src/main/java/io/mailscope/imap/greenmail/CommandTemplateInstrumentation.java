// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.extendsClass;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** What a command fails at, which the template turns into a reply. */
class CommandTemplateInstrumentation extends HookedType {

  private static final String TEMPLATE = "com.icegreen.greenmail.imap.commands.CommandTemplate";

  CommandTemplateInstrumentation() {
    // The template's own method is abstract: a command that every version has stands for all.
    super(TEMPLATE, "com.icegreen.greenmail.imap.commands.NoopCommand");
  }

  @Override
  public boolean withSubclasses() {
    return true;
  }

  /** All that extend the template; the package goes first, since it is cheap to ask for. */
  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return nameStartsWith("com.icegreen.greenmail.imap.commands.")
        .and(extendsClass(named(TEMPLATE)));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("doProcess")
            .and(takesArguments(3))
            .and(takesArgument(2, named("com.icegreen.greenmail.imap.ImapSession"))),
        getClass().getName() + "$ProcessAdvice");
  }

  @SuppressWarnings("unused")
  public static class ProcessAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Thrown Throwable failure) {
      if (failure != null) {
        GreenMailImapRequest.failed(failure);
      }
    }
  }
}
