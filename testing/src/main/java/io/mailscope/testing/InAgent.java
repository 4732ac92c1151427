// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The way from a test to the extension of tests inside the agent of the same JVM. */
final class InAgent {

  private static final String EXTENSION = "io.mailscope.testing.inagent.InMemoryTelemetry";
  private static final String AGENT = "io.opentelemetry.javaagent.bootstrap.AgentInitializer";

  private final Class<?> extension;

  InAgent() {
    try {
      Class<?> agent = Class.forName(AGENT, true, null);
      ClassLoader loader = (ClassLoader) agent.getMethod("getExtensionsClassLoader").invoke(null);
      extension = loader.loadClass(EXTENSION);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This JVM runs without the agent or the test extension", e);
    }
  }

  List<ExportedSpan> spans() {
    return list("spans").stream().map(InAgent::span).toList();
  }

  List<ExportedMetric> metrics() {
    return list("metrics").stream().map(InAgent::metric).toList();
  }

  void forgetTraces() {
    call("forgetTraces");
  }

  @SuppressWarnings("unchecked") // as declared there
  List<String> errors() {
    return (List<String>) call("errors");
  }

  private static ExportedSpan span(Map<String, Object> fields) {
    return record(
        ExportedSpan.class, fields, "events", event -> record(ExportedEvent.class, event));
  }

  private static ExportedMetric metric(Map<String, Object> fields) {
    return record(
        ExportedMetric.class, fields, "points", point -> record(ExportedPoint.class, point));
  }

  @SuppressWarnings("unchecked") // as declared there
  private static <T> T record(
      Class<T> type,
      Map<String, Object> fields,
      String list,
      Function<Map<String, Object>, Object> element) {
    Map<String, Object> copy = new HashMap<>(fields);
    copy.computeIfPresent(
        list, (key, value) -> ((List<Map<String, Object>>) value).stream().map(element).toList());
    return record(type, copy);
  }

  private static <T> T record(Class<T> type, Map<String, Object> fields) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = fields.get(components[i].getName());
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " from " + fields, e);
    }
  }

  @SuppressWarnings("unchecked") // as declared there
  private List<Map<String, Object>> list(String method) {
    return (List<Map<String, Object>>) call(method);
  }

  private Object call(String method) {
    try {
      return extension.getMethod(method).invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The test extension failed", e);
    }
  }
}
