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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.FieldSource;

/** AUTH PLAIN and AUTH LOGIN, against a validator behind SubEtha's own handlers. */
class SubEthaAuthIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @SuppressWarnings("unused") // by name
  private static final Iterable<String> SINCE_3_1_7 = SubEthaVersions.SINCE_3_1_7;

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void plainWithAnInitialResponse(String version) {
    try (SubEthaServer server = offering(version);
        ScriptedClient client = Login.greeted(server)) {
      client.line("AUTH PLAIN " + Login.plain("alice", Login.PASSWORD)).expect("235");
      Login.attempt(telemetry, "PLAIN", "success", Map.of("user", "alice", "success", true));
      assertThat(telemetry.awaitSpan("smtp.command.auth"))
          .isRoot()
          .hasStatusUnset()
          .hasAttribute("smtp.response.status_code", 235L);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void plainThatIsAskedFor(String version) {
    try (SubEthaServer server = offering(version);
        ScriptedClient client = Login.greeted(server)) {
      client.line("AUTH PLAIN").expect("334");
      client.line(Login.plain("alice", Login.PASSWORD)).expect("235");
      Login.attempt(telemetry, "PLAIN", "success", Map.of("user", "alice", "success", true));
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void login(String version) {
    try (SubEthaServer server = offering(version);
        ScriptedClient client = Login.greeted(server)) {
      client.line("AUTH LOGIN").expect("334");
      client.line(Login.base64("alice")).expect("334");
      client.line(Login.base64(Login.PASSWORD)).expect("235");
      Login.attempt(telemetry, "LOGIN", "success", Map.of("user", "alice", "success", true));
    }
  }

  /** SubEtha says the same of an unknown user and of a wrong password. */
  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void aWrongPasswordHasNoReason(String version) {
    try (SubEthaServer server = offering(version);
        ScriptedClient client = Login.greeted(server)) {
      client.line("AUTH PLAIN " + Login.plain("alice", "wr0ng")).expect("535");
      Login.attempt(telemetry, "PLAIN", "other", Map.of("user", "alice", "success", false));
      assertThat(telemetry.awaitSpan("smtp.command.auth")).hasStatusUnset();
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void eachAttemptOfASessionCounts(String version) {
    try (SubEthaServer server = offering(version);
        ScriptedClient client = Login.greeted(server)) {
      client.line("AUTH PLAIN " + Login.plain("mallory", Login.PASSWORD)).expect("535");
      client.line("AUTH LOGIN").expect("334");
      client.line(Login.base64("alice")).expect("334");
      client.line(Login.base64("wr0ng")).expect("535");
      client.line("AUTH PLAIN " + Login.plain("alice", Login.PASSWORD)).expect("235");
      client.line("AUTH PLAIN " + Login.plain("alice", Login.PASSWORD)).expect("503");

      telemetry.await(() -> telemetry.spans("smtp.command.auth").size() == 4);
      List<ExportedSpan> attempts = telemetry.spans("smtp.auth.validate");
      assertThat(attempts)
          .extracting(span -> span.attributes().get("smtp.auth.user"))
          .containsExactly("mallory", "alice", "alice");
      assertThat(attempts)
          .extracting(span -> span.attributes().get("smtp.auth.success"))
          .containsExactly(false, false, true);
      assertThat(telemetry.sum("smtp.auth.attempts")).isEqualTo(3);
      assertThat(telemetry.sum("smtp.auth.failures")).isEqualTo(2);
      assertThat(telemetry.sum("smtp.auth.results")).isEqualTo(3);
    }
  }

  /** 3.1.3 fails at it by an exception. */
  @ParameterizedTest
  @FieldSource("SINCE_3_1_7")
  void whatIsNoBase64IsMalformed(String version) {
    try (SubEthaServer server = offering(version);
        ScriptedClient client = Login.greeted(server)) {
      client.line("AUTH PLAIN " + Login.base64("no parts")).expect("501");
      Login.attempt(
          telemetry, "PLAIN", "malformed", Map.of("success", false, "failure_reason", "malformed"));
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void aMechanismThatIsNotOfferedIsUnsupported(String version) {
    try (SubEthaServer server = offering(version);
        ScriptedClient client = Login.greeted(server)) {
      client.line("AUTH CRAM-MD5").expect("504");
      Login.attempt(
          telemetry,
          "CRAM-MD5",
          "mechanism_unsupported",
          Map.of("success", false, "failure_reason", "mechanism_unsupported"));
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void noneIsOfferedAtAll(String version) {
    try (SubEthaServer server = SubEthaServer.start(version);
        ScriptedClient client = Login.greeted(server)) {
      client.line("AUTH S3CR3T " + Login.plain("alice", Login.PASSWORD)).expect("502");
      Login.attempt(
          telemetry,
          "_OTHER",
          "mechanism_unsupported",
          Map.of("success", false, "failure_reason", "mechanism_unsupported"));
      assertThat(telemetry.spans().toString()).doesNotContain("S3CR3T");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void whoCancelsMakesNoAttempt(String version) {
    try (SubEthaServer server = offering(version);
        ScriptedClient client = Login.greeted(server)) {
      client.line("AUTH LOGIN").expect("334");
      client.line(Login.base64("alice")).expect("334");
      client.line("*").expect("501");
      Login.none(telemetry);
      assertThat(telemetry.awaitSpan("smtp.command.auth")).hasStatusUnset();
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void whoLeavesMakesNoAttempt(String version) {
    try (SubEthaServer server = offering(version)) {
      ScriptedClient client = Login.greeted(server);
      client.line("AUTH LOGIN").expect("334");
      client.close();
      Login.none(telemetry);
      assertThat(telemetry.awaitSpan("smtp.command.auth"))
          .hasStatusUnset()
          .hasNoAttribute("exception.type");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void aMissingMechanismMakesNoAttempt(String version) {
    try (SubEthaServer server = offering(version);
        ScriptedClient client = Login.greeted(server)) {
      client.line("AUTH").expect("501");
      Login.none(telemetry);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void aValidatorThatFailsIsTheServersFault(String version) {
    SubEthaServer.Validator validator =
        (self, user, password) -> {
          throw new IllegalStateException("directory is down, " + password);
        };
    try (SubEthaServer server = SubEthaServer.create(version).validator(validator).start();
        ScriptedClient client = Login.greeted(server)) {
      client.line("AUTH PLAIN " + Login.plain("alice", Login.PASSWORD)).readToEnd();

      Login.attempt(
          telemetry,
          "PLAIN",
          "server_error",
          Map.of(
              "user",
              "alice",
              "success",
              false,
              "failure_reason",
              "server_error",
              "exception.type",
              "java.lang.IllegalStateException"));
      assertThat(telemetry.awaitSpan("smtp.command.auth"))
          .hasStatusError()
          .hasAttribute("error.type", "java.lang.IllegalStateException")
          .hasNoAttribute("exception.message")
          .hasNoEvents();
      assertThat(telemetry.spans().toString()).doesNotContain("directory is down");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void aMechanismOfTheApplicationIsOneAttempt(String version) {
    SubEthaServer.Mechanism mechanism =
        (self, line) -> {
          GlobalOpenTelemetry.getTracer("directory").spanBuilder("step").startSpan().end();
          if (line.startsWith("AUTH")) {
            return "334 Z28gb24=";
          }
          if (line.equals(Login.base64(Login.PASSWORD))) {
            return null;
          }
          throw self.rejection(535, "5.7.8 no");
        };
    try (SubEthaServer server =
            SubEthaServer.create(version).mechanism("XOAUTH2", mechanism).start();
        ScriptedClient client = Login.greeted(server)) {
      client.line("AUTH XOAUTH2").expect("334");
      client.line(Login.base64(Login.PASSWORD)).expect("235");
      ExportedSpan attempt =
          Login.attempt(telemetry, "XOAUTH2", "success", Map.of("user", "alice", "success", true));
      assertThat(telemetry.spans("step")).hasSize(2);
      for (ExportedSpan step : telemetry.spans("step")) {
        assertThat(step).hasParent(attempt);
      }
    }
  }

  private static SubEthaServer offering(String version) {
    return SubEthaServer.create(version).validator(Login.VALIDATOR).start();
  }
}
