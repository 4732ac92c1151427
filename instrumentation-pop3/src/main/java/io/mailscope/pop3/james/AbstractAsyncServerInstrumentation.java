// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.apache.james.protocols.api.ProtocolServer;

/**
 * James' own servers listen once {@code bind()} returns; {@code unbind()} closes the listeners and
 * what is connected to them.
 */
class AbstractAsyncServerInstrumentation extends HookedType {

  AbstractAsyncServerInstrumentation() {
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
    public static void onExit(@Advice.This ProtocolServer server) {
      JamesPop3Server.bound(server);
    }
  }

  @SuppressWarnings("unused")
  public static class UnbindAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(@Advice.This ProtocolServer server) {
      JamesPop3Server.stopping(server);
    }
  }
}
