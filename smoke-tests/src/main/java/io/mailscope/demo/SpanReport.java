// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import io.mailscope.demo.Traces.Trace;
import io.mailscope.testing.ExportedSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints traces, those of one connection under one heading. Not thread-safe. */
final class SpanReport {

  private static final int NAME_WIDTH = 28;

  private final Screen screen;
  private final Traces traces = new Traces();
  private String lastConnection = "";

  SpanReport(Screen screen) {
    this.screen = screen;
  }

  /** Prints the traces that are whole with these spans. */
  void print(List<ExportedSpan> spans) {
    Map<String, List<Trace>> byConnection = new LinkedHashMap<>();
    for (Trace trace : traces.add(spans)) {
      // A server's web pages have spans too, which are the stock agent's own.
      if (trace.command().scope().startsWith("Relate.")) {
        byConnection
            .computeIfAbsent(connection(trace.command()), key -> new ArrayList<>())
            .add(trace);
      }
    }
    byConnection.forEach(
        (connection, commands) -> {
          if (!connection.equals(lastConnection)) {
            screen.line(screen.strong(connection));
            lastConnection = connection;
          }
          commands.forEach(trace -> print(trace, trace.command(), "  "));
        });
  }

  private void print(Trace trace, ExportedSpan span, String indent) {
    double millis = (span.endEpochNanos() - span.startEpochNanos()) / 1e6;
    String name = indent + span.name();
    String outcome = Outcome.of(span);
    screen.line(
        String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s %8.2f ms  ", name, millis)
            + (Outcome.isNotable(span) ? screen.warned(outcome) : outcome));
    trace.childrenOf(span).forEach(child -> print(trace, child, indent + "  "));
  }

  private static String connection(ExportedSpan command) {
    // LMTP's attributes are those of SMTP.
    String prefix = command.name().substring(0, command.name().indexOf('.'));
    return String.valueOf(command.attribute("network.protocol.name")).toUpperCase(Locale.ROOT)
        + " connection from "
        + command.attribute("client.address")
        + ":"
        + command.attribute("client.port")
        + ", "
        + prefix
        + ".session_id "
        + command.attribute(prefix + ".session_id");
  }
}
