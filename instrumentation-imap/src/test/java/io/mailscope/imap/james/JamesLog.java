// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** What James logs while it is open, at every level, through the logback that it brings. */
final class JamesLog implements AutoCloseable {

  /** A line: the thread that wrote it, and the trace that the agent put into its MDC. */
  record Line(String thread, String traceId, String message) {}

  private final List<Line> lines = new CopyOnWriteArrayList<>();
  private final ClassLoader james;
  private final Object logger;
  private final Object appender;

  private JamesLog(ClassLoader james) throws ReflectiveOperationException {
    this.james = james;
    logger =
        james
            .loadClass("org.slf4j.LoggerFactory")
            .getMethod("getLogger", String.class)
            .invoke(null, "org.apache.james");
    Class<?> type = james.loadClass("ch.qos.logback.core.Appender");
    appender =
        Proxy.newProxyInstance(
            james,
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("doAppend")) {
                lines.add(line(arguments[0]));
              }
              return method.getReturnType() == boolean.class ? false : null;
            });
    set("addAppender", type, appender);
    set("setAdditive", boolean.class, false);
    setLevel("DEBUG");
  }

  static JamesLog of(JamesScenario imap) {
    try {
      return new JamesLog(imap.server.imapServer().getClass().getClassLoader());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The lines that contain a text, in the order in which they were written. */
  List<Line> lines(String text) {
    return lines.stream().filter(line -> line.message().contains(text)).toList();
  }

  private static Line line(Object event) throws ReflectiveOperationException {
    Map<?, ?> mdc = (Map<?, ?>) event.getClass().getMethod("getMDCPropertyMap").invoke(event);
    return new Line(
        Thread.currentThread().getName(),
        (String) mdc.get("trace_id"),
        (String) event.getClass().getMethod("getFormattedMessage").invoke(event));
  }

  private void setLevel(String name) throws ReflectiveOperationException {
    Class<?> level = james.loadClass("ch.qos.logback.classic.Level");
    set("setLevel", level, name == null ? null : level.getField(name).get(null));
  }

  private void set(String method, Class<?> type, Object value) throws ReflectiveOperationException {
    logger.getClass().getMethod(method, type).invoke(logger, value);
  }

  @Override
  public void close() {
    try {
      setLevel(null);
      set("setAdditive", boolean.class, true);
      set("detachAppender", james.loadClass("ch.qos.logback.core.Appender"), appender);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
