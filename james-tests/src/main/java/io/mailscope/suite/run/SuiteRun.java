// SPDX-License-Identifier: Apache-2.0
package io.mailscope.suite.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The program that runs tests in a JVM with or without the agent. It writes a line {@code
 * test<tab>id<tab>outcome} for each, and a line {@code agent<tab>…} for all that the agent knows of
 * itself, into a file.
 *
 * <p>Arguments: the file, then fully qualified names of test classes, and methods to leave out as
 * {@code -Class#method}, or {@code -#method} in all classes. Ends the JVM, whatever threads the
 * servers left behind.
 */
public final class SuiteRun {

  private SuiteRun() {}

  /** Runs the tests. */
  public static void main(String[] arguments) throws IOException {
    List<String> classes = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (String argument : List.of(arguments).subList(1, arguments.length)) {
      if (argument.startsWith("-")) {
        leftOut.add(argument.substring(1));
      } else {
        classes.add(argument);
      }
    }
    OutcomeListener outcomes = new OutcomeListener();
    LauncherFactory.create().execute(request(classes, Set.copyOf(leftOut)), outcomes);
    List<String> lines = new ArrayList<>(outcomes.lines());
    lines.addAll(AgentState.lines());
    Files.write(Path.of(arguments[0]), lines);
    System.exit(0);
  }

  private static LauncherDiscoveryRequest request(List<String> classes, Set<String> leftOut) {
    PostDiscoveryFilter filter = test -> includedUnless(nameOf(test), leftOut);
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(classes.stream().map(DiscoverySelectors::selectClass).toList())
        // James' own build leaves these out.
        .filters(TagFilter.excludeTags("unstable"), filter)
        .build();
  }

  private static FilterResult includedUnless(String name, Set<String> leftOut) {
    String inAnyClass = name.substring(Math.max(0, name.indexOf('#')));
    return FilterResult.includedIf(!leftOut.contains(name) && !leftOut.contains(inAnyClass));
  }

  private static String nameOf(TestDescriptor test) {
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .map(method -> method.getClassName() + "#" + method.getMethodName())
        .orElse("");
  }
}
