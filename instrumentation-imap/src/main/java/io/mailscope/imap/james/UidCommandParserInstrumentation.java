// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

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
import org.apache.james.imap.decode.base.AbstractImapCommandParser;

/** Where the word after UID was read. A subclass nests the advice, as it does here. */
public class UidCommandParserInstrumentation extends HookedType {

  private static final String PARSER =
      "org.apache.james.imap.decode.parser.AbstractUidCommandParser";

  /** Called by the modules. */
  public UidCommandParserInstrumentation() {
    super(PARSER);
  }

  @Override
  public boolean withSubclasses() {
    return true;
  }

  /** The package goes first, since it is cheap to ask for. */
  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return nameStartsWith("org.apache.james.imap.decode.parser.").and(extendsClass(named(PARSER)));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("decode").and(takesArguments(4)).and(takesArgument(2, boolean.class)),
        getClass().getName() + "$UidAdvice");
  }

  @SuppressWarnings("unused")
  public static class UidAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(
        @Advice.This AbstractImapCommandParser parser,
        @Advice.Argument(2) boolean uid,
        @Advice.Argument(3) Object session) {
      if (uid) {
        JamesImapRequest.uid(session, parser);
      }
    }
  }
}
