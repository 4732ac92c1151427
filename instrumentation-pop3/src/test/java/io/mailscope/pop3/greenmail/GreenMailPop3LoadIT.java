// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.greenmail;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import io.mailscope.testing.server.GreenMailVersions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** A login opens the maildrop. */
class GreenMailPop3LoadIT {

  private static final String PLAIN =
      Base64.getEncoder()
          .encodeToString(
              ("\0" + Pop3Mail.USER + "\0" + Pop3Mail.PASSWORD).getBytes(StandardCharsets.UTF_8));

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void passLoadsTheMaildrop(String version) {
    try (GreenMailServer server = Pop3Mail.start(version)) {
      Pop3Mail.deliver(server, "Subject: 1\r\n\r\none");
      Pop3Mail.deliver(server, "Subject: 2\r\n\r\ntwo");
      try (ScriptedClient client = Pop3Mail.login(server)) {
        client.line("STAT").expect("+OK 2");

        telemetry.awaitSpan("pop3.command.stat");
        assertThat(telemetry.spans("pop3.messages.load")).hasSize(1);
        assertThat(telemetry.awaitSpan("pop3.messages.load"))
            .hasKind("INTERNAL")
            .hasScope("Relate.Pop3")
            .hasParent(telemetry.awaitSpan("pop3.command.pass"))
            .hasStatusUnset()
            .hasAttributesExactly(Map.of("pop3.message_count", 2L));
      }
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aSaslExchangeIsOneCommandThatLoadsTheMaildrop(String version) {
    try (GreenMailServer server = Pop3Mail.start(version);
        ScriptedClient client = Pop3Mail.connect(server)) {
      client.line("AUTH PLAIN").expect("+ ");
      client.line(PLAIN).expect("+OK");
      client.line("QUIT").expect("+OK");

      telemetry.awaitSpans(3);
      assertThat(telemetry.awaitSpan("pop3.messages.load"))
          .hasParent(telemetry.awaitSpan("pop3.command.auth"))
          .hasAttributesExactly(Map.of("pop3.message_count", 0L));
      assertThat(telemetry.awaitSpan("pop3.command.auth"))
          .hasAttribute("pop3.response.status", "OK");
      assertThat(telemetry.sum("pop3.commands")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aFailedLoginLoadsNothing(String version) {
    try (GreenMailServer server = Pop3Mail.start(version);
        ScriptedClient client = Pop3Mail.connect(server)) {
      client.line("USER " + Pop3Mail.USER).expect("+OK");
      client.line("PASS wrong").expect("-ERR");
      client.line("AUTH PLAIN").expect("+ ");
      client.line("*").expect("-ERR");
      client.line("QUIT").expect("+OK");

      telemetry.awaitSpans(4);
      assertThat(telemetry.spans("pop3.messages.load")).isEmpty();
      assertThat(telemetry.awaitSpan("pop3.command.auth")).hasStatusUnset();
    }
  }
}
