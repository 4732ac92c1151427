// SPDX-License-Identifier: Apache-2.0
package io.mailscope.suite.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Keeps what came of each test, one line each. Thread-safe. */
final class OutcomeListener implements TestExecutionListener {

  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
    // A container that fails does so in its set-up, and takes its tests with it.
    if (test.isTest() || !passed) {
      add(test, passed ? "PASSED" : result.getStatus() + " " + reason(result));
    }
    result
        .getThrowable()
        .ifPresent(
            error -> {
              System.err.println(test.getUniqueId());
              error.printStackTrace();
            });
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    add(test, "SKIPPED");
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  private void add(TestIdentifier test, String outcome) {
    lines.add("test\t" + test.getUniqueId() + "\t" + outcome);
  }

  /** The type alone: messages tell ports, times and addresses of objects. */
  private static String reason(TestExecutionResult result) {
    return result.getThrowable().map(error -> error.getClass().getName()).orElse("");
  }
}
