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

  @Override
  public Stream<Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    return ALL.stream().map(Arguments::of);
  }
}
