// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import static net.bytebuddy.matcher.ElementMatchers.declaresField;
import static net.bytebuddy.matcher.ElementMatchers.isDeclaredBy;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.net.InetSocketAddress;
import net.bytebuddy.asm.Advice;

/** Where the session has an id of its own, since 3.1.7, and knows who is behind a proxy. */
class CommandLoopInstrumentation extends HookedType {

  CommandLoopInstrumentation() {
    super(SubEthaTypes.named("server.Session"));
  }

  @Override
  public String alternative() {
    return "connection";
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("runCommandLoop")
            .and(takesNoArguments())
            .and(isDeclaredBy(declaresField(named("sessionId")))),
        getClass().getName() + "$IdAdvice");
    // The PROXY protocol, since 5.2.
    transformer.applyAdviceToMethod(
        named("runCommandLoop")
            .and(takesNoArguments())
            .and(isDeclaredBy(declaresField(named("remoteAddress")))),
        getClass().getName() + "$ProxyAdvice");
  }

  @SuppressWarnings("unused")
  public static class IdAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(@Advice.FieldValue("sessionId") String id) {
      SubEthaConnection.identified(id);
    }
  }

  @SuppressWarnings("unused")
  public static class ProxyAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(@Advice.FieldValue("remoteAddress") InetSocketAddress client) {
      SubEthaConnection.client(client);
    }
  }
}
