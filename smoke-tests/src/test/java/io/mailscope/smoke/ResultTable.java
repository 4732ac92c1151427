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
 * Writes files in {@code target/smoke-results}: server, version, launcher and Java release, which
 * are the display name of the test's class, then scenario and result. What was skipped is not in
 * it. Each test class has a file of its own, and none has a head.
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
    rows(context)
        .add(
            ROW.formatted(
                Objects.requireNonNullElse(deployment[0], ""),
                Objects.requireNonNullElse(deployment[1], ""),
                Objects.requireNonNullElse(deployment[2], ""),
                Objects.requireNonNullElse(deployment[3], ""),
                context.getRequiredTestMethod().getName(),
                thrown == null ? "ok" : "FAILED"));
  }

  private static List<String> rows(ExtensionContext context) {
    String test = context.getRequiredTestClass().getSimpleName();
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(ResultTable.class))
        .getOrComputeIfAbsent(test, Rows::new, Rows.class)
        .lines;
  }

  /** Written when the last test is over. */
  private static final class Rows implements AutoCloseable {

    private final String test;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    Rows(String test) {
      this.test = test;
    }

    @Override
    public void close() throws IOException {
      Path directory = Path.of(System.getProperty("mailscope.smoke.results"));
      Files.createDirectories(directory);
      Files.writeString(directory.resolve(test + ".txt"), String.join("", lines));
    }
  }
}
