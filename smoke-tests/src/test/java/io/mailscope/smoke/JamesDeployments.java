// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import io.mailscope.testing.server.JamesVersions;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Every James that can be run whole, as a process. */
final class JamesDeployments implements ArgumentsProvider {

  @Override
  public Stream<Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    return JamesVersions.all()
        .map(version -> Deployment.process("James", version))
        .map(Arguments::of);
  }
}
