// SPDX-License-Identifier: Apache-2.0
package io.mailscope.hook;

import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** Takes down what a type would have applied, and applies nothing. */
final class HookRecorder implements TypeTransformer {

  private final List<Hook> hooks = new ArrayList<>();
  private final HookedType type;

  HookRecorder(HookedType type) {
    this.type = type;
  }

  @Override
  public void applyAdviceToMethod(
      ElementMatcher<? super MethodDescription> methodMatcher,
      Function<Advice.WithCustomMapping, Advice.WithCustomMapping> mapping,
      String adviceClassName) {
    hooks.add(new Hook(type, methodMatcher, adviceClassName));
  }

  @Override
  public void applyTransformer(AgentBuilder.Transformer transformer) {
    throw new UnsupportedOperationException(
        "A hook is advice: muzzle does not see what a transformer needs");
  }

  List<Hook> hooks() {
    return hooks;
  }
}
