// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The versions of James that can be run as a whole. */
public final class JamesVersions implements ArgumentsProvider {

  /** The newest that can be had whole. */
  public static final String NEWEST = "3.8.1";

  /** All of them, for tests that combine them with something else. */
  public static Stream<String> all() {
    return Stream.of("3.0.0", "3.2.0", NEWEST);
  }

  @Override
  public Stream<? extends Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    return all().map(Arguments::of);
  }
}
