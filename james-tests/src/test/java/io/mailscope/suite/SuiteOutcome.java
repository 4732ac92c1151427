// SPDX-License-Identifier: Apache-2.0
package io.mailscope.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of a suite.
 *
 * @param tests the outcome of each test by its id, which is the same in every run
 * @param agent what the agent said of itself: nothing without one, {@code present} if all is well
 */
record SuiteOutcome(Map<String, String> tests, List<String> agent) {

  /** Reads what {@code SuiteRun} wrote, and complaints of the agent in the JVM's output. */
  static SuiteOutcome read(Path report, Path output) throws IOException {
    Map<String, String> tests = new TreeMap<>();
    List<String> agent = new ArrayList<>();
    for (String line : Files.readAllLines(report)) {
      String[] fields = line.split("\t");
      if (fields[0].equals("agent")) {
        agent.add(fields[1]);
      } else {
        tests.merge(fields[1], fields[2], (first, second) -> first + ", " + second);
      }
    }
    // What the tests print may be in any encoding.
    new String(Files.readAllBytes(output), StandardCharsets.ISO_8859_1)
        .lines()
        .filter(line -> line.startsWith("[otel.javaagent"))
        .filter(line -> line.contains("] WARN ") || line.contains("] ERROR "))
        .forEach(agent::add);
    return new SuiteOutcome(tests, agent);
  }

  int count(String outcome) {
    return (int) tests.values().stream().filter(outcome::equals).count();
  }
}
