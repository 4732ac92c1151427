// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james.netty3;

import static net.bytebuddy.matcher.ElementMatchers.isPrivate;
import static net.bytebuddy.matcher.ElementMatchers.named;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** SELECT and EXAMINE, before James makes replies of their exceptions. */
class SelectionProcessorInstrumentation extends HookedType {

  SelectionProcessorInstrumentation() {
    super("org.apache.james.imap.processor.AbstractSelectionProcessor");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("respond").and(isPrivate()), getClass().getName() + "$SelectAdvice");
  }

  @SuppressWarnings("unused")
  public static class SelectAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static ServedSelect onEnter(@Advice.AllArguments Object[] arguments) {
      return ServedSelect.start(arguments);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Enter ServedSelect select, @Advice.Thrown Throwable failure) {
      if (select != null) {
        select.end(failure);
      }
    }
  }
}
