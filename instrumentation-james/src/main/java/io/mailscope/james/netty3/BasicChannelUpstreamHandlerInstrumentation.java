// SPDX-License-Identifier: Apache-2.0
package io.mailscope.james.netty3;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.james.SharedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;

/** The handler at the end of James' pipeline: what happens to a connection reaches it last. */
public final class BasicChannelUpstreamHandlerInstrumentation extends SharedType {

  private static final String CONTEXT = "org.jboss.netty.channel.ChannelHandlerContext";

  /**
   * @param advice the class in which {@code CreateSessionAdvice}, {@code ExceptionAdvice} and
   *     {@code ClosedAdvice} are nested
   */
  public BasicChannelUpstreamHandlerInstrumentation(String advice) {
    super(advice, "org.apache.james.protocols.netty.BasicChannelUpstreamHandler");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("createSession").and(takesArguments(1)).and(takesArgument(0, named(CONTEXT))),
        advice("CreateSession"));
    transformer.applyAdviceToMethod(
        named("exceptionCaught").and(takesArguments(2)).and(takesArgument(0, named(CONTEXT))),
        advice("Exception"));
    transformer.applyAdviceToMethod(
        named("channelClosed").and(takesArguments(2)).and(takesArgument(0, named(CONTEXT))),
        advice("Closed"));
  }
}
