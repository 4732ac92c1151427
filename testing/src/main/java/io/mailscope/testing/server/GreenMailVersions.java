// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The GreenMail versions that every test of GreenMail runs on, as arguments of a test. */
public final class GreenMailVersions implements ArgumentsProvider {

  /** The newest, for tests that need one version only. */
  public static final String NEWEST = "2.1.13";

  /** The last version of each line. */
  public static final List<String> ALL = List.of("1.5.14", "1.6.15", "2.0.1", NEWEST);

  /** Those on which a client's time-out can be set; the others wait for 30 s. */
  public static final List<String> WITH_CLIENT_TIMEOUT = List.of("1.6.15", "2.0.1", NEWEST);

  /** All of them, for tests that combine them with something else. */
  public static Stream<String> all() {
    return ALL.stream();
  }

  /** {@link #WITH_CLIENT_TIMEOUT} as a stream. */
  public static Stream<String> withClientTimeout() {
    return WITH_CLIENT_TIMEOUT.stream();
  }

  @Override
  public Stream<Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    return ALL.stream().map(Arguments::of);
  }
}
