// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.auth.Attempts;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.Secrets;
import io.mailscope.testing.server.JamesServer;
import io.mailscope.testing.server.JamesUsersDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** James with its users in a database that it asks by JPA: once for each login, as part of it. */
@Tag("users-elsewhere")
class JamesJpaIT {

  private static final String USER = "justine@example.test";
  private static final String PASSWORD = "just1nes-s3cret";
  private static final String NOBODY = "mallory@example.test";

  private static final Map<String, Object> FAILED =
      Map.of("user", USER, "success", false, "failure_reason", "server_error");
  private static final Map<String, Object> EXCEPTION =
      Map.of("exception.type", "org.apache.james.user.api.UsersRepositoryException");

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private static JamesUsersDatabase database;
  private static JamesServer james;

  private final Attempts smtp = Attempts.smtp(telemetry);
  private final Attempts pop3 = Attempts.pop3(telemetry);
  private final Attempts imap = Attempts.imap(telemetry);

  @BeforeAll
  static void start() {
    database = JamesUsersDatabase.start();
    james = database.james().addUser(USER, PASSWORD);
  }

  @Test
  void smtp() {
    JamesClient.smtpLogin(james, USER, PASSWORD, "235");
    asked(smtp.succeeded("auth", "PLAIN", USER));
    telemetry.reset();
    JamesClient.smtpLogin(james, USER, "wrong", "535");
    asked(smtp.failed("auth", "PLAIN", USER, "invalid_key"));
    telemetry.reset();
    JamesClient.smtpLogin(james, NOBODY, PASSWORD, "535");
    asked(smtp.failed("auth", "PLAIN", NOBODY, "user_not_found"));
  }

  @Test
  void pop3() {
    JamesClient.pop3Login(james, USER, PASSWORD, "+OK");
    asked(pop3.succeeded("pass", "USERPASS", USER));
    telemetry.reset();
    JamesClient.pop3Login(james, USER, "wrong", "-ERR");
    asked(pop3.failed("pass", "USERPASS", USER, "invalid_key"));
    telemetry.reset();
    JamesClient.pop3Login(james, NOBODY, PASSWORD, "-ERR");
    asked(pop3.failed("pass", "USERPASS", NOBODY, "user_not_found"));
  }

  @Test
  void imap() {
    JamesClient.imapLogin(james, USER, PASSWORD, "a OK");
    asked(imap.succeeded("login", "LOGIN", USER));
    telemetry.reset();
    JamesClient.imapLogin(james, USER, "wrong", "a NO");
    asked(imap.failed("login", "LOGIN", USER, "invalid_key"));
    telemetry.reset();
    JamesClient.imapLogin(james, NOBODY, PASSWORD, "a NO");
    asked(imap.failed("login", "LOGIN", NOBODY, "user_not_found"));
  }

  @Test
  void aFailingStatementIsTheServersFaultThoughJamesHidesIt() {
    Runnable mend = database.broken();
    try {
      telemetry.reset();
      JamesClient.smtpLogin(james, USER, PASSWORD, "535");
      failed(asked(smtp.oneWith("auth", "PLAIN", "server_error", FAILED, EXCEPTION)));
      assertThat(telemetry.awaitSpan("smtp.command.auth")).hasStatusError();
      telemetry.reset();
      JamesClient.pop3Login(james, USER, PASSWORD, "-ERR");
      failed(asked(pop3.oneWith("pass", "USERPASS", "server_error", FAILED, EXCEPTION)));
      assertThat(telemetry.awaitSpan("pop3.command.pass")).hasStatusError();
      telemetry.reset();
      JamesClient.imapLogin(james, USER, PASSWORD, "a NO");
      failed(asked(imap.oneWith("login", "LOGIN", "server_error", FAILED, EXCEPTION)));
      assertThat(telemetry.awaitSpan("imap.command.login")).hasStatusError();
    } finally {
      mend.run();
    }
  }

  @Test
  void aDatabaseThatIsDownIsTheServersFaultToo() {
    Runnable startAgain = database.down();
    try {
      telemetry.reset();
      JamesClient.smtpLogin(james, USER, PASSWORD, "535");
      smtp.oneWith("auth", "PLAIN", "server_error", FAILED, EXCEPTION);
      assertThat(telemetry.awaitSpan("smtp.command.auth")).hasStatusError();
      JamesClient.imapLogin(james, USER, PASSWORD, "a NO");
      imap.oneWith("login", "LOGIN", "server_error", FAILED, EXCEPTION);
      assertThat(telemetry.awaitSpan("imap.command.login")).hasStatusError();
      // Without a connection there is nothing to ask.
      assertThat(queries()).isEmpty();
    } finally {
      startAgain.run();
    }
    telemetry.reset();
    JamesClient.smtpLogin(james, USER, PASSWORD, "235");
    asked(smtp.succeeded("auth", "PLAIN", USER));
  }

  /** The database was asked once, by this login, and no value of the question is told. */
  private static ExportedSpan asked(ExportedSpan login) {
    assertThat(queries()).hasSize(1);
    ExportedSpan query = queries().get(0);
    assertThat(query)
        .hasParent(login)
        .hasScope("io.opentelemetry.jdbc")
        .hasAttributesExactly(
            Map.of(
                "db.system",
                "h2",
                "db.name",
                "users",
                "db.connection_string",
                "h2:mem:",
                "db.operation",
                "SELECT",
                "db.sql.table",
                "JAMES_USER",
                "db.statement",
                "SELECT t0.USER_NAME, t0.version, t0.PASSWORD_HASH_ALGORITHM, t0.PASSWORD"
                    + " FROM JAMES_USER t0 WHERE (t0.USER_NAME = ?)"));
    assertThat(Secrets.of(USER, PASSWORD).foundIn(telemetry.spans().toString())).isEmpty();
    return query;
  }

  private static void failed(ExportedSpan query) {
    assertThat(query).hasStatusError();
    assertThat(query.events()).hasSize(1);
    assertThat(query.events().get(0).attributes())
        .containsEntry("exception.type", "org.h2.jdbc.JdbcSQLDataException");
  }

  private static List<ExportedSpan> queries() {
    return telemetry.spans().stream().filter(span -> span.kind().equals("CLIENT")).toList();
  }
}
