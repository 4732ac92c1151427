// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.matrix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.utility.JavaModule;

/** Classes that ByteBuddy could not transform, which it leaves as they are. */
final class TransformErrors extends AgentBuilder.Listener.Adapter {

  private final List<String> errors = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void onError(
      String typeName,
      ClassLoader classLoader,
      JavaModule module,
      boolean loaded,
      Throwable throwable) {
    errors.add(typeName + ": " + throwable);
  }

  List<String> all() {
    return List.copyOf(errors);
  }
}
