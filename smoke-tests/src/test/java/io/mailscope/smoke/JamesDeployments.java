// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import io.mailscope.testing.server.JamesVersions;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Every James that can be run whole, as a process; and in containers an early one on the oldest
 * Java of all, and the newest on the oldest and the newest that it runs on.
 */
final class JamesDeployments implements ArgumentsProvider {

  private static final String JAMES = "James";

  @Override
  public Stream<Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    return Stream.concat(
            JamesVersions.all().map(version -> Deployment.process(JAMES, version)),
            Stream.of(
                Deployment.container(JAMES, "3.2.0", 8),
                Deployment.container(JAMES, JamesVersions.NEWEST, 11),
                Deployment.container(JAMES, JamesVersions.NEWEST, 25)))
        .map(Arguments::of);
  }
}
