// SPDX-License-Identifier: Apache-2.0
package io.mailscope.benchmarks;

import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Collections;

/** A client that propagates no context, as mail clients don't. */
final class NoHeaders implements TextMapGetter<HttpRequest> {

  @Override
  public Iterable<String> keys(HttpRequest request) {
    return Collections.emptyList();
  }

  @Override
  public String get(HttpRequest request, String key) {
    return null;
  }
}
