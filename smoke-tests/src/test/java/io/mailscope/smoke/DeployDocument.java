// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The snippets of {@code docs/deploy.md}, as they stand there. */
final class DeployDocument {

  private static final String FENCE = "```";

  private DeployDocument() {}

  /**
   * The only snippet that begins so.
   *
   * @param language what the snippet is marked as
   */
  static String snippet(String language, String beginning) {
    String head = FENCE + language + "\n" + beginning;
    String text = text();
    assertThat(text).containsOnlyOnce(head);
    int start = text.indexOf(head) + FENCE.length() + language.length() + 1;
    return text.substring(start, text.indexOf(FENCE, start));
  }

  /** A snippet with something else in a place that it has. */
  static String replaced(String snippet, String documented, String here) {
    assertThat(snippet).contains(documented);
    return snippet.replace(documented, here);
  }

  private static String text() {
    try {
      return Files.readString(Path.of(System.getProperty("mailscope.docs"), "deploy.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
