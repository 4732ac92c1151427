// SPDX-License-Identifier: Apache-2.0
package io.mailscope.james.netty4;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.james.SharedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;

/** {@code channelIdle}: the client was silent for too long. */
public final class TimeoutHandlerInstrumentation extends SharedType {

  /**
   * @param advice the class in which {@code IdleAdvice} is nested
   */
  public TimeoutHandlerInstrumentation(String advice) {
    super(advice, "org.apache.james.protocols.netty.TimeoutHandler");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("channelIdle")
            .and(takesArguments(2))
            .and(takesArgument(0, named("io.netty.channel.ChannelHandlerContext"))),
        advice("Idle"));
  }
}
