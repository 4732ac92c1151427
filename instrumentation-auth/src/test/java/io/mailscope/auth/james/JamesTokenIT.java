// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.auth.Attempts;
import io.mailscope.auth.Sasl;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.Secrets;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesConfiguration;
import io.mailscope.testing.server.JamesServer;
import io.mailscope.testing.server.JamesTraps;
import io.mailscope.testing.server.TokenIssuer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Bearer tokens, which James checks with the key that their issuer publishes. */
class JamesTokenIT {

  private static final String USER = "tamara@example.test";
  private static final String OTHER = "tilda@example.test";
  private static final String ADMINISTRATOR = JamesConfiguration.ADMINISTRATOR;

  private static final JamesTraps traps = JamesServer.shared().traps();
  private static final TokenIssuer issuer = traps.issuer();

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private final Attempts smtp = Attempts.smtp(telemetry);
  private final Attempts imap = Attempts.imap(telemetry);

  @BeforeAll
  static void users() {
    JamesServer.shared().addUser(USER, "t0ken-less").addUser(OTHER, "t0ken-less");
  }

  @AfterEach
  void up() {
    issuer.down(false);
  }

  @Test
  void smtpTakesAGoodToken() {
    for (String mechanism : List.of("XOAUTH2", "OAUTHBEARER")) {
      telemetry.reset();
      try (ScriptedClient client = smtp()) {
        client.line("AUTH " + mechanism + " " + sasl(USER, issuer.token(USER))).expect("235");
        theKeyWasAskedFor(smtp.succeeded("auth", mechanism, USER));
      }
    }
  }

  @Test
  void imapTakesAGoodToken() {
    for (String mechanism : List.of("XOAUTH2", "OAUTHBEARER")) {
      telemetry.reset();
      try (ScriptedClient client = imap()) {
        client.line("a AUTHENTICATE " + mechanism + " " + sasl(USER, issuer.token(USER)));
        client.expect("a OK");
        theKeyWasAskedFor(imap.succeeded("authenticate", mechanism, USER));
      }
    }
    telemetry.reset();
    try (ScriptedClient client = imap()) {
      client.line("a AUTHENTICATE XOAUTH2").expect("+");
      // Whose answer can lose its beginning, see JamesImapAuthIT.
      client.line(sasl(USER, issuer.token(USER)));
      imap.succeeded("authenticate", "XOAUTH2", USER);
    }
  }

  @Test
  void aWrongTokenIsAnInvalidKey() {
    for (String token : List.of(issuer.forgedToken(USER), issuer.expiredToken(USER), "none")) {
      telemetry.reset();
      smtpRefuses("OAUTHBEARER", sasl(USER, token));
      smtp.failed("auth", "OAUTHBEARER", USER, "invalid_key");
      imapRefuses("XOAUTH2", sasl(USER, token));
      imap.failed("authenticate", "XOAUTH2", USER, "invalid_key");
    }
  }

  @Test
  void whatIsNoTokenIsMalformed() {
    String token = issuer.token(USER);
    // RFC 7628 names the user in its header only, which James does not look into.
    String header = Sasl.base64("n,a=" + USER + ",\u0001auth=Bearer " + token + "\u0001\u0001");
    for (String response : List.of("!", Sasl.plain(USER, token), header)) {
      telemetry.reset();
      smtpRefuses("XOAUTH2", response);
      smtp.refused("auth", "XOAUTH2", "malformed");
      imapRefuses("OAUTHBEARER", response);
      imap.refused("authenticate", "OAUTHBEARER", "malformed");
    }
  }

  @Test
  void whoMayNotActAsAnotherIsForbiddenTo() {
    smtpRefuses("XOAUTH2", sasl(OTHER, issuer.token(USER)));
    smtp.failed("auth", "XOAUTH2", USER, "delegation_forbidden");
    imapRefuses("XOAUTH2", sasl(OTHER, issuer.token(USER)));
    imap.failed("authenticate", "XOAUTH2", USER, "delegation_forbidden");
    telemetry.reset();
    smtpRefuses("XOAUTH2", sasl("nobody@example.test", issuer.token(USER)));
    smtp.failed("auth", "XOAUTH2", USER, "user_not_found");
    imapRefuses("XOAUTH2", sasl("nobody@example.test", issuer.token(USER)));
    imap.failed("authenticate", "XOAUTH2", USER, "user_not_found");
  }

  @Test
  void anAdministratorMayActAsAnother() {
    String token = issuer.token(ADMINISTRATOR);
    try (ScriptedClient client = smtp()) {
      client.line("AUTH XOAUTH2 " + sasl(OTHER, token)).expect("235");
      smtp.succeeded("auth", "XOAUTH2", ADMINISTRATOR);
    }
    try (ScriptedClient client = imap()) {
      client.line("a AUTHENTICATE XOAUTH2 " + sasl(OTHER, token)).expect("a OK");
      imap.succeeded("authenticate", "XOAUTH2", ADMINISTRATOR);
    }
  }

  @Test
  void withoutTheKeyTheServerIsToBlame() {
    issuer.down(true);
    Map<String, Object> failed =
        Map.of("user", USER, "success", false, "failure_reason", "server_error");
    Map<String, Object> exception =
        Map.of("exception.type", "org.apache.james.jwt.MissingOrInvalidKeyException");
    try (ScriptedClient client = smtp()) {
      client.line("AUTH XOAUTH2 " + sasl(USER, issuer.token(USER))).readLine();
      smtp.oneWith("auth", "XOAUTH2", "server_error", failed, exception);
      assertThat(telemetry.awaitSpan("smtp.command.auth")).hasStatusError().hasNoEvents();
    }
    imapRefuses("XOAUTH2", sasl(USER, issuer.token(USER)));
    imap.oneWith("authenticate", "XOAUTH2", "server_error", failed, exception);
    assertThat(telemetry.awaitSpan("imap.command.authenticate")).hasStatusError().hasNoEvents();
  }

  @Test
  void noTokenGoesAnywhere() {
    String token = issuer.token(USER);
    String forged = issuer.forgedToken(USER);
    smtpRefuses("XOAUTH2", sasl(USER, forged));
    imapRefuses("XOAUTH2", sasl(USER, forged));
    try (ScriptedClient client = smtp()) {
      client.line("AUTH XOAUTH2 !" + sasl(USER, token)).expect("334");
      client.line(sasl(USER, token)).expect("535");
      client.line(sasl(USER, token)).expect("500");
      client.line("AUTH " + token).expect("504");
      client.line("AUTH OAUTHBEARER " + sasl(USER, token)).expect("235");
    }
    try (ScriptedClient client = imap()) {
      client.line("a AUTHENTICATE XOAUTH2 " + sasl(USER, token)).expect("a OK");
    }
    telemetry.await(
        () ->
            telemetry.standing("smtp.connections.active") == 0
                && telemetry.standing("imap.sessions.active") == 0);
    assertThat(telemetry.sum("smtp.auth.attempts")).isEqualTo(4);
    assertThat(telemetry.sum("imap.auth.attempts")).isEqualTo(2);
    for (String secret : List.of(token, forged)) {
      Secrets secrets = Secrets.of(USER, secret).and(sasl(USER, secret));
      for (String part : secret.split("\\.")) {
        secrets.and(part);
      }
      assertThat(secrets.foundIn(telemetry.spans().toString())).isEmpty();
      assertThat(secrets.foundIn(telemetry.metrics().toString())).isEmpty();
    }
  }

  /** James' own call for it is a part of the attempt. */
  private static void theKeyWasAskedFor(ExportedSpan attempt) {
    assertThat(
            telemetry.spans().stream()
                .filter(span -> span.kind().equals("CLIENT"))
                .filter(span -> String.valueOf(span.attribute("url.full")).endsWith("/jwks")))
        .isNotEmpty()
        .allMatch(span -> span.isChildOf(attempt));
  }

  private static void smtpRefuses(String mechanism, String response) {
    try (ScriptedClient client = smtp()) {
      client.line("AUTH " + mechanism + " " + response).expect("334");
      client.line("").expect("535");
    }
  }

  private static void imapRefuses(String mechanism, String response) {
    try (ScriptedClient client = imap()) {
      client.line("a AUTHENTICATE " + mechanism + " " + response).expect("a NO");
    }
  }

  private static String sasl(String user, String token) {
    return Sasl.xoauth2(user, token);
  }

  private static ScriptedClient smtp() {
    return JamesClient.greeted(traps.tokens(), "220");
  }

  private static ScriptedClient imap() {
    return JamesClient.greeted(traps.imapTokens(), "* OK");
  }
}
