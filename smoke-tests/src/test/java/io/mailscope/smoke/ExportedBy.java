// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.otlp.OtlpReceiver;
import io.mailscope.testing.otlp.OtlpRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one of several servers has sent to a collector.
 *
 * @param service its {@code service.name}
 */
record ExportedBy(OtlpReceiver collector, String service) {

  private static final String INSTANCE = "service.instance.id";

  /** The names of its spans. */
  List<String> spans() {
    return requests().stream()
        .flatMap(request -> request.spans().stream())
        .map(ExportedSpan::name)
        .toList();
  }

  /** Its {@code service.instance.id}, one and the same as long as it runs. */
  Set<Object> instances() {
    Set<Object> instances = new HashSet<>();
    requests().forEach(request -> instances.add(request.resource().get(INSTANCE)));
    return instances;
  }

  private List<OtlpRequest> requests() {
    List<OtlpRequest> own = new ArrayList<>();
    List<String> paths = collector.paths();
    List<byte[]> bodies = collector.requests();
    for (int i = 0; i < paths.size(); i++) {
      OtlpRequest request = OtlpRequest.parse(paths.get(i), bodies.get(i));
      if (service.equals(request.resource().get("service.name"))) {
        own.add(request);
      }
    }
    return own;
  }
}
