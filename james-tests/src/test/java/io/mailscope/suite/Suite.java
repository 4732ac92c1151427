// SPDX-License-Identifier: Apache-2.0
package io.mailscope.suite;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Some of the tests that James published, and what is known of them.
 *
 * @param classPath whose class path, by the name of the file that the build has put it in
 * @param classes names of test classes
 * @param leftOut methods that are not run, as {@code Class#method}
 * @param properties system properties that James' own build sets for them
 * @param passed how many pass, parameters counted
 * @param skipped how many James itself disabled
 */
record Suite(
    String name,
    String classPath,
    List<String> classes,
    List<String> leftOut,
    Map<String, String> properties,
    int passed,
    int skipped) {

  static Suite of(String name, String classPath, String packageName, String... classes) {
    List<String> names = Arrays.stream(classes).map(type -> packageName + "." + type).toList();
    return new Suite(name, classPath, names, List.of(), Map.of(), 0, 0);
  }

  Suite leaveOut(String... methods) {
    return new Suite(name, classPath, classes, List.of(methods), properties, passed, skipped);
  }

  Suite property(String property, String value) {
    return new Suite(name, classPath, classes, leftOut, Map.of(property, value), passed, skipped);
  }

  Suite expect(int passed, int skipped) {
    return new Suite(name, classPath, classes, leftOut, properties, passed, skipped);
  }

  /** Whether connections have an end: the tests of whole servers end without waiting for it. */
  boolean waitsForItsServers() {
    return name.startsWith("protocols-");
  }

  @Override
  public String toString() {
    return name;
  }
}
