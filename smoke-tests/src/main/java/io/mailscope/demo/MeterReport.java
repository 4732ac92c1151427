// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import io.mailscope.testing.ExportedPoint;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints the meters that the documentation promises, with their values. */
final class MeterReport {

  private final Screen screen;
  private final Collector collector;

  MeterReport(Screen screen, Collector collector) {
    this.screen = screen;
    this.collector = collector;
  }

  void print() {
    pair("smtp.messages.received", "smtp.bytes.received");
    pair("smtp.auth.attempts", "smtp.auth.failures");
    single("smtp.connections.active");
    single("smtp.message.processing.duration");
    pair("pop3.messages.retrieved", "pop3.bytes.sent");
    pair("pop3.auth.attempts", "pop3.auth.failures");
    single("pop3.sessions.active");
    single("pop3.commands");
    pair("imap.messages.retrieved", "imap.bytes.sent");
    pair("imap.auth.attempts", "imap.auth.failures");
    single("imap.sessions.active");
    single("imap.commands");
  }

  private void single(String meter) {
    screen.line(String.format("  %-24s %s", meter, text(meter)));
  }

  private void pair(String left, String right) {
    screen.line(String.format("  %-24s %-6s %-20s %s", left, text(left), right, text(right)));
  }

  private String text(String meter) {
    List<ExportedPoint> points = collector.points(meter);
    if (meter.endsWith(".duration")) {
      long count = points.stream().mapToLong(ExportedPoint::count).sum();
      double sum = points.stream().mapToDouble(point -> point.value().doubleValue()).sum();
      return String.format(Locale.ROOT, "%d message%s, %.1f ms", count, count == 1 ? "" : "s", sum);
    }
    if (meter.endsWith(".commands")) {
      return points.stream()
          .map(point -> point.attributes().get("command") + " " + point.value())
          .sorted()
          .collect(Collectors.joining(", "));
    }
    return collector.value(meter) + (meter.contains(".bytes.") ? " bytes" : "");
  }
}
