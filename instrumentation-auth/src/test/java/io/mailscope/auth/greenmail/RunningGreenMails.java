// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import io.mailscope.testing.server.GreenMailServer;
import io.mailscope.testing.server.GreenMailVersions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * A running GreenMail of each version, as arguments of a test: started once, stopped after the last
 * test. All know {@code alice} with the password {@value #PASSWORD}.
 */
final class RunningGreenMails implements ArgumentsProvider {

  static final String PASSWORD = "s3cret";

  @Override
  public Stream<Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    return GreenMailVersions.ALL.stream().map(version -> argument(version, context));
  }

  /** Only those that know XOAUTH2. */
  static final class WithXoauth2 implements ArgumentsProvider {

    @Override
    public Stream<Arguments> provideArguments(
        ParameterDeclarations parameters, ExtensionContext context) {
      return Stream.of(argument(GreenMailVersions.NEWEST, context));
    }
  }

  private static Arguments argument(String version, ExtensionContext context) {
    return Arguments.of(Named.of(version, server(version, context)));
  }

  /** A server of a test's own, with the same user. */
  static GreenMailServer start(String version) {
    return GreenMailServer.start(version).setUser("alice@example.test", "alice", PASSWORD);
  }

  /** Whether this version knows XOAUTH2. */
  static boolean hasXoauth2(GreenMailServer server) {
    return server.version().equals(GreenMailVersions.NEWEST);
  }

  private static GreenMailServer server(String version, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(RunningGreenMails.class))
        .getOrComputeIfAbsent(version, RunningGreenMails::start, GreenMailServer.class);
  }
}
