// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.io.InputStream;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;

/** The data of BDAT: the stream of all chunks, that reads the commands between them itself. */
class ChunkedDataInstrumentation extends HookedType {

  ChunkedDataInstrumentation() {
    super(SubEthaTypes.named("internal.io.BdatInputStream"));
  }

  @Override
  public String alternative() {
    return "message data";
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        isConstructor().and(takesArguments(4)).and(takesArgument(0, InputStream.class)),
        getClass().getName() + "$DataAdvice");
  }

  @SuppressWarnings("unused")
  public static class DataAdvice {
    @AssignReturned.ToArguments(@ToArgument(0))
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static InputStream onEnter(@Advice.Argument(0) InputStream data) {
      return SubEthaConnection.chunks(data);
    }
  }
}
