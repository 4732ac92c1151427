// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing;

import java.util.List;

/** Spans as lines of text, for messages of failed tests. */
final class SpanList {

  private SpanList() {}

  static String of(List<ExportedSpan> spans) {
    if (spans.isEmpty()) {
      return " no spans";
    }
    StringBuilder text = new StringBuilder();
    for (ExportedSpan span : spans) {
      text.append("\n  ").append(span.name()).append(' ').append(span.attributes());
    }
    return text.toString();
  }
}
