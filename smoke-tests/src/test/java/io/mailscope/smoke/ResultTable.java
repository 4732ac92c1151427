// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * Writes a file in {@code target/smoke-results}: server, version, launcher and Java release, which
 * are the display name of the test's class, then scenario and result. What was skipped is not in
 * it. Each JVM that runs tests has a file of its own, and none has a head.
 */
final class ResultTable implements AfterTestExecutionCallback {

  private static final String ROW = "%-12s %-8s %-10s %-8s %-52s %s%n";

  @Override
  public void afterTestExecution(ExtensionContext context) {
    Throwable thrown = context.getExecutionException().orElse(null);
    if (thrown instanceof TestAbortedException) {
      return;
    }
    String name = context.getParent().orElseThrow().getDisplayName();
    // A name without commas is a server on the JDK of the tests.
    String[] deployment = Arrays.copyOf(name.split(", "), 4);
    context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(ResultTable.class))
        .getOrComputeIfAbsent(Rows.class)
        .lines
        .add(
            ROW.formatted(
                Objects.requireNonNullElse(deployment[0], ""),
                Objects.requireNonNullElse(deployment[1], ""),
                Objects.requireNonNullElse(deployment[2], ""),
                Objects.requireNonNullElse(deployment[3], ""),
                context.getRequiredTestMethod().getName(),
                thrown == null ? "ok" : "FAILED"));
  }

  /** Written when the last test is over. */
  static final class Rows implements AutoCloseable {

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void close() throws IOException {
      Path file = Path.of(System.getProperty("mailscope.smoke.results"));
      Files.createDirectories(file.getParent());
      Files.writeString(file, String.join("", lines));
    }
  }
}
