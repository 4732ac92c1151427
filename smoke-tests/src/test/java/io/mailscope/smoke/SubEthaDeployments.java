// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import io.mailscope.testing.server.SubEthaVersions;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Every SubEtha as a process; and in containers an old one on the oldest Java, the newest on 25.
 */
final class SubEthaDeployments implements ArgumentsProvider {

  private static final String SUBETHA = "SubEtha";

  @Override
  public Stream<Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    return Stream.concat(
            SubEthaVersions.ALL.stream().map(version -> Deployment.process(SUBETHA, version)),
            Stream.of(
                Deployment.container(SUBETHA, "3.1.7", 8),
                Deployment.container(SUBETHA, SubEthaVersions.NEWEST, 25)))
        .map(Arguments::of);
  }
}
