// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import io.mailscope.testing.server.GreenMailVersions;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Every GreenMail as a process; and in containers the oldest and the newest line on the oldest and
 * the newest Java that they run on, the releases between them shared out.
 */
final class GreenMailDeployments implements ArgumentsProvider {

  private static final String GREENMAIL = "GreenMail";

  @Override
  public Stream<Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    return Stream.concat(
            GreenMailVersions.all().map(version -> Deployment.process(GREENMAIL, version)),
            Stream.of(
                Deployment.container(GREENMAIL, "1.5.14", 8),
                Deployment.container(GREENMAIL, "1.5.14", 25),
                Deployment.container(GREENMAIL, "1.6.15", 21),
                Deployment.container(GREENMAIL, "2.0.1", 8),
                Deployment.container(GREENMAIL, GreenMailVersions.NEWEST, 11),
                Deployment.container(GREENMAIL, GreenMailVersions.NEWEST),
                Deployment.container(GREENMAIL, GreenMailVersions.NEWEST, 25)))
        .map(Arguments::of);
  }
}
