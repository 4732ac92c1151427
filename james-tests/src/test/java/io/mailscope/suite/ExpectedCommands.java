// SPDX-License-Identifier: Apache-2.0
package io.mailscope.suite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many commands of each kind a suite's clients send: {@code src/test/resources/commands}, a
 * line {@code span=count} each, or {@code span=count+} where a test sends into a connection that
 * the server is closing, which may see it or not. A name that ends with {@code *} stands for all
 * that are not named. A suite writes what it saw in the same form.
 */
final class ExpectedCommands {

  private ExpectedCommands() {}

  /** Those that are expected where that many were seen. */
  static Map<String, Long> of(Suite suite, Map<String, Long> seen) throws IOException {
    Map<String, Long> commands = new TreeMap<>();
    String resource = "/commands/" + suite.name() + ".txt";
    try (InputStream text = ExpectedCommands.class.getResourceAsStream(resource)) {
      if (text == null) {
        return commands;
      }
      new String(text.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("="))
          .forEach(fields -> commands.put(fields[0], count(fields[1], seen.get(fields[0]))));
    }
    commands.keySet().stream()
        .filter(name -> name.endsWith("*"))
        .findFirst()
        .ifPresent(
            others -> {
              commands.remove(others);
              seen.forEach(commands::putIfAbsent);
            });
    return commands;
  }

  private static long count(String expected, Long seen) {
    if (!expected.endsWith("+")) {
      return Long.parseLong(expected);
    }
    long least = Long.parseLong(expected.substring(0, expected.length() - 1));
    return seen == null ? least : Math.max(least, seen);
  }
}
