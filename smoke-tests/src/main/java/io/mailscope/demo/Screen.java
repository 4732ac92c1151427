// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** What the user reads. Plain ASCII, and no colour where it would not show. Thread-safe. */
final class Screen {

  private final PrintStream out;
  private final Instant started;
  private final boolean colour;

  Screen(PrintStream out, Instant started, boolean colour) {
    this.out = out;
    this.started = started;
    this.colour = colour;
  }

  /** Something has been done; the seconds are those since the user started the demo. */
  void step(String text) {
    long seconds = Duration.between(started, Instant.now()).toSeconds();
    out.printf("[%3d s] %s%n", seconds, text);
  }

  void title(String text) {
    out.println();
    out.println(styled("1", text));
  }

  void line(String text) {
    out.println(text);
  }

  /** Worth seeing, a refused login for instance. */
  String warned(String text) {
    return styled("31", text);
  }

  /** The thing that a line is about. */
  String strong(String text) {
    return styled("36", text);
  }

  /** Whether nobody reads any more, {@code ./demo | head}. */
  boolean isGone() {
    return out.checkError();
  }

  private String styled(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
