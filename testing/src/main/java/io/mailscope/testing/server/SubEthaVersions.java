// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The versions of SubEtha SMTP that tests run on, as arguments of a test. */
public final class SubEthaVersions implements ArgumentsProvider {

  /** The newest, for tests that need one version only. */
  public static final String NEWEST = "7.2.2";

  /** All of them. */
  public static final List<String> ALL =
      List.of("3.1.3", "3.1.7", "4.0-RC8", "5.2.8", "6.0.7", NEWEST);

  /** All but 3.1.3, which knows less and fails at more. */
  public static final List<String> SINCE_3_1_7 = ALL.subList(1, ALL.size());

  /** Those that know BDAT, and the PROXY protocol. */
  public static final List<String> WITH_BDAT = List.of("5.2.8", "6.0.7", NEWEST);

  /** Those that have a builder, and listeners that can be lambdas. */
  public static final List<String> WITH_BUILDER = List.of("4.0-RC8", "5.2.8", "6.0.7", NEWEST);

  @Override
  public Stream<Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    return ALL.stream().map(Arguments::of);
  }
}
