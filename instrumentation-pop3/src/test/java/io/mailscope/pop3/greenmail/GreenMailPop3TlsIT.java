// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.greenmail;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.pop3.Ends;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import io.mailscope.testing.server.GreenMailVersions;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** POP3 over TLS from the first byte. */
class GreenMailPop3TlsIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void spansTellTheVersionOfTls(String version) {
    try (GreenMailServer server = Pop3Mail.start(version, "pop3s")) {
      ScriptedClient client = ScriptedClient.connectTls(server.port("pop3s"));
      client.expect("+OK");
      client.line("NOOP").expect("+OK");
      client.line("QUIT").expect("+OK");

      // The client has not closed its side: GreenMail waits for that, the span does not.
      assertThat(telemetry.awaitSpans(2))
          .allSatisfy(
              span ->
                  assertThat(span)
                      .hasAttribute("tls.protocol.version", "TLSv1.3")
                      .hasAttribute("server.port", (long) server.port("pop3s")));
      client.close();
      Ends.with(telemetry, "quit");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void whoDoesNotSpeakTlsFailsAtIt(String version) {
    try (GreenMailServer server = Pop3Mail.start(version, "pop3s");
        ScriptedClient client = ScriptedClient.connect(server.port("pop3s"))) {
      client.line("NOOP").readToEnd();

      Ends.with(telemetry, "tls_failure");
      assertThat(telemetry.spans()).isEmpty();
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aClientLeavesInsteadOfAHandshake(String version) {
    try (GreenMailServer server = Pop3Mail.start(version, "pop3s")) {
      ScriptedClient.connect(server.port("pop3s")).close();

      Ends.with(telemetry, "eof");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aClientLeavesUnderTls(String version) {
    try (GreenMailServer server = Pop3Mail.start(version, "pop3s")) {
      ScriptedClient client = ScriptedClient.connectTls(server.port("pop3s"));
      client.expect("+OK");
      client.close();

      Ends.with(telemetry, "eof");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void theServerStopsUnderTls(String version) {
    GreenMailServer server = Pop3Mail.start(version, "pop3s");
    try (ScriptedClient client = ScriptedClient.connectTls(server.port("pop3s"))) {
      client.expect("+OK");
      client.line("NOOP").expect("+OK");
      server.stop();

      Ends.with(telemetry, "server_stop");
    }
  }
}
