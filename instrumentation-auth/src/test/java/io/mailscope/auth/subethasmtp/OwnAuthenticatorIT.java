// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.subethasmtp;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.SubEthaServer;
import io.mailscope.testing.server.SubEthaVersions;
import io.opentelemetry.api.GlobalOpenTelemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * An application's authenticator tells what the server can't know, by OpenTelemetry's API alone.
 */
class OwnAuthenticatorIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void cacheKeyNameReasonAndLimit(String version) {
    KeyRing ring =
        new KeyRing(
            Map.of("alice", Map.of("k1", "laptop", "k2", "phone"), "bob", Map.of("k3", "tablet")),
            "alice");
    SubEthaServer.Validator validator =
        (self, user, key) -> {
          if (!ring.check(user, key)) {
            throw self.loginFailed();
          }
        };
    try (SubEthaServer server = SubEthaServer.create(version).validator(validator).start()) {
      login(server, "alice", "k2", "235");
      login(server, "alice", "k2", "235");
      login(server, "bob", "k3", "535");
      login(server, "mallory", "k1", "535");
      login(server, "alice", "wr0ng", "535");
      login(server, "alice", "wr0ng", "535");
      login(server, "alice", "k1", "535");

      telemetry.await(() -> telemetry.spans("smtp.auth.validate").size() == 7);
      List<String> seen = new ArrayList<>();
      for (ExportedSpan span : telemetry.spans("smtp.auth.validate")) {
        seen.add(told(span));
      }
      assertThat(seen)
          .containsExactly(
              "{cache_hit=false, key_name=phone, success=true, user=alice}",
              "{cache_hit=true, key_name=phone, success=true, user=alice}",
              "{cache_hit=false, failure_reason=missing_scope, key_name=tablet, success=false,"
                  + " user=bob}",
              "{cache_hit=false, failure_reason=user_not_found, success=false, user=mallory}",
              "{cache_hit=false, failure_reason=invalid_key, success=false, user=alice}",
              "{cache_hit=false, failure_reason=invalid_key, success=false, user=alice}",
              "{rate_limited=true, success=false, user=alice}");
      assertThat(telemetry.sum("smtp.auth.attempts")).isEqualTo(7);
      assertThat(telemetry.sum("smtp.auth.failures")).isEqualTo(5);
      assertResult("success", 2);
      assertResult("missing_scope", 1);
      assertResult("user_not_found", 1);
      assertResult("invalid_key", 2);
      assertResult("rate_limited", 1);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void itsOwnSpansAreChildrenOfTheAttempt(String version) {
    SubEthaServer.Validator validator =
        (self, user, key) ->
            GlobalOpenTelemetry.getTracer("directory").spanBuilder("lookup").startSpan().end();
    try (SubEthaServer server = SubEthaServer.create(version).validator(validator).start();
        ScriptedClient client = Login.greeted(server)) {
      client.line("AUTH LOGIN").expect("334");
      client.line(Login.base64("alice")).expect("334");
      client.line(Login.base64("any")).expect("235");

      ExportedSpan attempt =
          Login.attempt(telemetry, "LOGIN", "success", Map.of("user", "alice", "success", true));
      assertThat(telemetry.awaitSpan("lookup")).hasParent(attempt);
    }
  }

  private static void login(SubEthaServer server, String user, String key, String reply) {
    try (ScriptedClient client = Login.greeted(server)) {
      client.line("AUTH PLAIN " + Login.plain(user, key)).expect(reply);
      client.line("QUIT").readToEnd();
    }
  }

  private static String told(ExportedSpan span) {
    Map<String, Object> told = new TreeMap<>();
    span.attributes()
        .forEach(
            (key, value) -> {
              if (!key.equals("smtp.auth.mechanism")) {
                told.put(key.substring("smtp.auth.".length()), value);
              }
            });
    return told.toString();
  }

  private static void assertResult(String result, int count) {
    assertThat(telemetry.sum("smtp.auth.results", Map.of("result", result, "mechanism", "PLAIN")))
        .as(result)
        .isEqualTo(count);
  }
}
