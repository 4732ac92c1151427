// SPDX-License-Identifier: Apache-2.0
package io.mailscope.james.netty4;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.james.SharedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;

/** {@code setProxyInformation}: a proxy said who the client is. */
public final class ProtocolSessionInstrumentation extends SharedType {

  /**
   * @param advice the class in which {@code ProxyAdvice} is nested
   */
  public ProtocolSessionInstrumentation(String advice) {
    super(advice, "org.apache.james.protocols.api.ProtocolSessionImpl");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("setProxyInformation").and(takesArguments(1)), advice("Proxy"));
  }
}
