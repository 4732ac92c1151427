// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.mailscope.imap.ImapStatus;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** The answer; GreenMail's shorter forms call these. Its free text is not looked at. */
class ImapResponseInstrumentation extends HookedType {

  ImapResponseInstrumentation() {
    super("com.icegreen.greenmail.imap.ImapResponse");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("commandComplete").and(takesArguments(2)).and(takesArgument(1, String.class)),
        getClass().getName() + "$OkAdvice");
    transformer.applyAdviceToMethod(
        named("commandFailed").and(takesArguments(3)).and(takesArgument(1, String.class)),
        getClass().getName() + "$NoAdvice");
    // untagged where the line had no tag
    transformer.applyAdviceToMethod(
        namedOneOf("commandError", "badResponse").and(takesArguments(String.class)),
        getClass().getName() + "$BadAdvice");
    transformer.applyAdviceToMethod(
        named("byeResponse").and(takesArguments(String.class)),
        getClass().getName() + "$ByeAdvice");
  }

  @SuppressWarnings("unused")
  public static class OkAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(@Advice.Argument(1) String code) {
      GreenMailImapRequest.replied(ImapStatus.OK, code);
    }
  }

  @SuppressWarnings("unused")
  public static class NoAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(@Advice.Argument(1) String code) {
      GreenMailImapRequest.replied(ImapStatus.NO, code);
    }
  }

  @SuppressWarnings("unused")
  public static class BadAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter() {
      GreenMailImapRequest.replied(ImapStatus.BAD, null);
    }
  }

  @SuppressWarnings("unused")
  public static class ByeAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter() {
      GreenMailImapRequest.bye();
    }
  }
}
