// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import io.mailscope.auth.Attempts;
import io.mailscope.auth.Sasl;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesProtocolsServer;
import io.mailscope.testing.server.JamesUsersRepository;
import io.opentelemetry.api.trace.Span;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Users' repositories, James' own and another's, behind James' protocol servers. */
class JamesRepositoryIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @OnEveryJames
  void jamesOwnTellsUsersFromPasswords(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.create(version)) {
      behind(server, server.memoryUsers().add("alice", "s3cret"));

      smtp(server, "alice", "s3cret", "235");
      Attempts.smtp(telemetry).succeeded("auth", "PLAIN", "alice");
      telemetry.reset();
      smtp(server, "alice", "wrong", "535");
      Attempts.smtp(telemetry).failed("auth", "PLAIN", "alice", "invalid_key");
      telemetry.reset();
      smtp(server, "mallory", "s3cret", "535");
      Attempts.smtp(telemetry).failed("auth", "PLAIN", "mallory", "user_not_found");
      telemetry.reset();
      pop3(server, "alice", "s3cret", "+OK");
      Attempts.pop3(telemetry).succeeded("pass", "USERPASS", "alice");
      telemetry.reset();
      pop3(server, "alice", "wrong", "-ERR");
      Attempts.pop3(telemetry).failed("pass", "USERPASS", "alice", "invalid_key");
      telemetry.reset();
      pop3(server, "mallory", "s3cret", "-ERR");
      Attempts.pop3(telemetry).failed("pass", "USERPASS", "mallory", "user_not_found");
    }
  }

  @OnEveryJames
  void anotherTellsWhatItTells(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.create(version)) {
      JamesUsersRepository james = server.memoryUsers().add("alice", "s3cret");
      behind(
          server,
          server.ownUsers(
              (user, password) ->
                  password.equals("asks-james") ? james.test(user, password) : false));

      smtp(server, "alice", "wrong", "535");
      Attempts.smtp(telemetry)
          .one("auth", "PLAIN", "other", Map.of("user", "alice", "success", false));
      telemetry.reset();
      smtp(server, "alice", "asks-james", "535");
      Attempts.smtp(telemetry).failed("auth", "PLAIN", "alice", "invalid_key");
    }
  }

  @OnEveryJames
  void aRepositoryThatFailsIsTheServersFaultThoughJamesHidesIt(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.create(version)) {
      behind(
          server,
          server.ownUsers(
              (user, password) -> {
                throw new IllegalStateException("no connection, " + password);
              }));

      smtp(server, "alice", "s3cret", "535");
      Attempts.smtp(telemetry)
          .oneWith(
              "auth",
              "PLAIN",
              "server_error",
              Map.of("user", "alice", "success", false, "failure_reason", "server_error"),
              Map.of("exception.type", "java.lang.IllegalStateException"));
      telemetry.reset();
      pop3(server, "alice", "s3cret", "-ERR");
      Attempts.pop3(telemetry)
          .oneWith(
              "pass",
              "USERPASS",
              "server_error",
              Map.of("user", "alice", "success", false, "failure_reason", "server_error"),
              Map.of("exception.type", "java.lang.IllegalStateException"));
    }
  }

  @OnEveryJames
  void anotherTellsOfItsCacheAndItsKeys(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.create(version)) {
      behind(
          server,
          server.ownUsers(
              (user, password) -> {
                String protocol = password.substring(0, password.indexOf('-'));
                Span.current().setAttribute(protocol + ".auth.cache_hit", true);
                Span.current().setAttribute(protocol + ".auth.key_name", "phone");
                return true;
              }));
      Map<String, Object> told =
          Map.of("user", "alice", "success", true, "cache_hit", true, "key_name", "phone");

      smtp(server, "alice", "smtp-s3cret", "235");
      Attempts.smtp(telemetry).one("auth", "PLAIN", "success", told);
      telemetry.reset();
      pop3(server, "alice", "pop3-s3cret", "+OK");
      Attempts.pop3(telemetry).one("pass", "USERPASS", "success", told);
    }
  }

  @OnEveryJames
  void anotherTellsOfItsLimit(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.create(version)) {
      behind(
          server,
          server.ownUsers(
              (user, password) -> {
                Span.current().setAttribute("smtp.auth.rate_limited", true);
                return false;
              }));

      smtp(server, "alice", "s3cret", "535");
      Attempts.smtp(telemetry)
          .one(
              "auth",
              "PLAIN",
              "rate_limited",
              Map.of("user", "alice", "success", false, "rate_limited", true));
    }
  }

  @OnEveryJames
  void anExtensionTellsAsMuchThoughItHasAClassLoaderOfItsOwn(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.create(version)) {
      JamesUsersRepository james = server.memoryUsers().add("alice", "s3cret");
      behind(
          server,
          server.extensionUsers(
              (user, password) -> {
                if (password.equals("broken")) {
                  throw new IllegalStateException("no connection, " + password);
                }
                return james.test(user, password);
              }));

      smtp(server, "alice", "s3cret", "235");
      Attempts.smtp(telemetry).succeeded("auth", "PLAIN", "alice");
      telemetry.reset();
      smtp(server, "alice", "wrong", "535");
      Attempts.smtp(telemetry).failed("auth", "PLAIN", "alice", "invalid_key");
      telemetry.reset();
      smtp(server, "mallory", "s3cret", "535");
      Attempts.smtp(telemetry).failed("auth", "PLAIN", "mallory", "user_not_found");
      telemetry.reset();
      smtp(server, "alice", "broken", "535");
      Attempts.smtp(telemetry)
          .oneWith(
              "auth",
              "PLAIN",
              "server_error",
              Map.of("user", "alice", "success", false, "failure_reason", "server_error"),
              Map.of("exception.type", "java.lang.IllegalStateException"));
    }
  }

  @Test
  void anExtensionsUserWhoIsKnownIsNotUnknown() {
    try (JamesProtocolsServer server = JamesProtocolsServer.create("3.8.1")) {
      behind(server, server.extensionUser("s3cret"::equals));

      smtp(server, "alice", "s3cret", "235");
      Attempts.smtp(telemetry).succeeded("auth", "PLAIN", "alice");
      telemetry.reset();
      smtp(server, "alice", "wrong", "535");
      Attempts.smtp(telemetry).failed("auth", "PLAIN", "alice", "invalid_key");
      telemetry.reset();
      pop3(server, "alice", "wrong", "-ERR");
      Attempts.pop3(telemetry).failed("pass", "USERPASS", "alice", "invalid_key");
    }
  }

  @OnEveryJames
  void outsideACommandItMakesNoAttempt(String version) throws Exception {
    try (JamesProtocolsServer server = JamesProtocolsServer.create(version)) {
      JamesUsersRepository users = server.memoryUsers().add("alice", "s3cret");
      users.test(users.name("alice"), "s3cret");
      users.test(users.name("alice"), "wrong");

      org.assertj.core.api.Assertions.assertThat(telemetry.spans()).isEmpty();
      Attempts.smtp(telemetry).counts(0, 0, Map.of(), 0);
    }
  }

  /** As James' own hook and handler do it: a failure of the repository is a refusal. */
  private static void behind(JamesProtocolsServer server, JamesUsersRepository users) {
    server
        .onAuth(
            (method, user, password) -> {
              try {
                return users.test(user, password) ? "OK" : "DECLINED";
              } catch (IllegalStateException e) {
                return "DECLINED";
              }
            })
        .listen("smtp", "pop3");
  }

  private static void smtp(
      JamesProtocolsServer server, String user, String password, String reply) {
    try (ScriptedClient client = JamesClient.smtp(server)) {
      client.line("AUTH PLAIN " + Sasl.plain(user, password)).expect(reply);
    }
  }

  private static void pop3(
      JamesProtocolsServer server, String user, String password, String reply) {
    try (ScriptedClient client = JamesClient.pop3(server)) {
      client.line("USER " + user).expect("+OK");
      client.line("PASS " + password).expect(reply);
    }
  }
}
