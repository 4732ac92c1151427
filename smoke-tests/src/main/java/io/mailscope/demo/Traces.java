// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import io.mailscope.testing.ExportedSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Spans put together into traces as they arrive: one trace is one command and what it caused. Not
 * thread-safe.
 */
final class Traces {

  /** Spans whose command never comes are forgotten, the oldest first. */
  private static final int MOST_WAITING = 1000;

  private final List<ExportedSpan> waiting = new ArrayList<>();

  /** One command with its descendants, each after its parent. */
  record Trace(ExportedSpan command, List<ExportedSpan> descendants) {

    /** The direct children of a span, in the order of their starts. */
    List<ExportedSpan> childrenOf(ExportedSpan parent) {
      return descendants.stream().filter(span -> span.isChildOf(parent)).toList();
    }
  }

  /** Takes spans in, and gives the traces that are whole now, in the order of their starts. */
  List<Trace> add(List<ExportedSpan> spans) {
    waiting.addAll(spans);
    List<Trace> whole = new ArrayList<>();
    // A span is exported after its children, which end before it.
    for (ExportedSpan root : waiting.stream().filter(ExportedSpan::isRoot).toList()) {
      List<ExportedSpan> descendants =
          new ArrayList<>(
              waiting.stream()
                  .filter(span -> !span.isRoot() && span.traceId().equals(root.traceId()))
                  .toList());
      descendants.sort(Comparator.comparingLong(ExportedSpan::startEpochNanos));
      waiting.remove(root);
      waiting.removeAll(descendants);
      whole.add(new Trace(root, descendants));
    }
    while (waiting.size() > MOST_WAITING) {
      waiting.remove(0);
    }
    whole.sort(Comparator.comparingLong(trace -> trace.command().startEpochNanos()));
    return whole;
  }
}
