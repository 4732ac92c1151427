// SPDX-License-Identifier: Apache-2.0
package io.mailscope.james;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;

/** {@code prepareStartTLS()}: what the client sends from here on is encrypted. */
public final class StartTlsInstrumentation extends SharedType {

  /**
   * @param advice the class in which {@code StartTlsAdvice} is nested
   */
  public StartTlsInstrumentation(String advice) {
    super(advice, "org.apache.james.protocols.netty.NettyProtocolTransport");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("prepareStartTLS").and(takesNoArguments()), advice("StartTls"));
  }
}
