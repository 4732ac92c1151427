// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import io.mailscope.testing.matrix.Release;
import io.mailscope.testing.matrix.SupportedVersions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The versions of James' protocol servers that tests run on, as arguments of a test. */
public final class JamesProtocolsVersions implements ArgumentsProvider {

  /** The newest, for tests that need one version only. */
  public static final String NEWEST = "3.8.1";

  /** All of them. */
  public static final List<String> ALL =
      SupportedVersions.of("james-protocols").stream()
          .filter(Release::supported)
          .map(Release::version)
          .toList();

  @Override
  public Stream<Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    return ALL.stream().map(Arguments::of);
  }
}
