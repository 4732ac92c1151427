// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** The listener; the servers of the other protocols have the same base class. */
public class AbstractAsyncServerInstrumentation extends HookedType {

  /** Called by the modules. */
  public AbstractAsyncServerInstrumentation() {
    super("org.apache.james.protocols.netty.AbstractAsyncServer");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("bind").and(takesNoArguments()), getClass().getName() + "$BindAdvice");
    transformer.applyAdviceToMethod(
        named("unbind").and(takesNoArguments()), getClass().getName() + "$UnbindAdvice");
  }

  @SuppressWarnings("unused")
  public static class BindAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(@Advice.This Object server) {
      JamesImapServer.bound(server);
    }
  }

  @SuppressWarnings("unused")
  public static class UnbindAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(@Advice.This Object server) {
      JamesImapServer.stopping(server);
    }
  }
}
