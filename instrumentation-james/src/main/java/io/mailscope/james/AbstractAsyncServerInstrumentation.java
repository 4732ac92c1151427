// SPDX-License-Identifier: Apache-2.0
package io.mailscope.james;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;

/**
 * James' own servers listen once {@code bind()} returns; {@code unbind()} closes the listeners and
 * what is connected to them.
 */
public final class AbstractAsyncServerInstrumentation extends SharedType {

  /**
   * @param advice the class in which {@code BindAdvice} and {@code UnbindAdvice} are nested
   */
  public AbstractAsyncServerInstrumentation(String advice) {
    super(advice, "org.apache.james.protocols.netty.AbstractAsyncServer");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(named("bind").and(takesNoArguments()), advice("Bind"));
    transformer.applyAdviceToMethod(named("unbind").and(takesNoArguments()), advice("Unbind"));
  }
}
