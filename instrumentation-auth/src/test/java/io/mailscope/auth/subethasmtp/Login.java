// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.subethasmtp;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.SubEthaServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What logins to SubEtha look like from both sides. */
final class Login {

  static final String PASSWORD = "s3cr3t-pass";

  /** Knows alice, and nobody else. */
  static final SubEthaServer.Validator VALIDATOR =
      (server, user, password) -> {
        if (!user.equals("alice") || !password.equals(PASSWORD)) {
          throw server.loginFailed();
        }
      };

  private Login() {}

  static ScriptedClient greeted(SubEthaServer server) {
    ScriptedClient client = ScriptedClient.connect(server.port());
    client.expect("220");
    client.line("EHLO client.test").readSmtp();
    return client;
  }

  static String plain(String user, String password) {
    return base64("\0" + user + "\0" + password);
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The one command AUTH was one attempt, with all of these attributes without their prefix. */
  static ExportedSpan attempt(
      AgentTelemetry telemetry, String mechanism, String result, Map<String, Object> attributes) {
    ExportedSpan command = telemetry.awaitSpan("smtp.command.auth");
    telemetry.await(() -> telemetry.sum("smtp.auth.attempts") == 1);
    List<ExportedSpan> spans = telemetry.spans("smtp.auth.validate");
    assertThat(spans).hasSize(1);
    Map<String, Object> expected = new HashMap<>(Map.of("smtp.auth.mechanism", mechanism));
    attributes.forEach(
        (key, value) ->
            expected.put(key.startsWith("exception") ? key : "smtp.auth." + key, value));
    assertThat(spans.get(0))
        .hasKind("INTERNAL")
        .hasScope("Relate.Smtp")
        .hasParent(command)
        .hasStatusUnset()
        .hasNoEvents()
        .hasAttributesExactly(expected);
    boolean success = result.equals("success");
    assertThat(telemetry.sum("smtp.auth.failures")).isEqualTo(success ? 0 : 1);
    assertThat(telemetry.sum("smtp.auth.results")).isEqualTo(1);
    assertThat(telemetry.sum("smtp.auth.results", Map.of("result", result, "mechanism", mechanism)))
        .isEqualTo(1);
    assertThat(telemetry.spans().toString())
        .doesNotContain(PASSWORD, base64(PASSWORD), plain("alice", PASSWORD));
    return spans.get(0);
  }

  /** The command AUTH was no attempt. */
  static void none(AgentTelemetry telemetry) {
    telemetry.awaitSpan("smtp.command.auth");
    assertThat(telemetry.spans("smtp.auth.validate")).isEmpty();
    assertThat(telemetry.sum("smtp.auth.attempts")).isZero();
    assertThat(telemetry.sum("smtp.auth.results")).isZero();
  }
}
