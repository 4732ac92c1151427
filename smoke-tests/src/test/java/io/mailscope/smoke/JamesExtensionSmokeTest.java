// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static io.mailscope.testing.SpanAssert.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.otlp.OtlpHttpReceiver;
import io.mailscope.testing.server.JamesProcess;
import io.mailscope.testing.server.JamesVersions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** James' directory of extensions has a class loader of its own; what is there is seen as well. */
class JamesExtensionSmokeTest {

  @Test
  void whatAHookAsksIsPartOfTheCommand() throws Exception {
    List<String> parents = new CopyOnWriteArrayList<>();
    HttpServer web =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.createContext(
        "/",
        exchange -> {
          parents.add(String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    web.start();
    String url = "http://127.0.0.1:" + web.getAddress().getPort() + "/";
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
        JamesProcess james =
            JamesProcess.start(
                JamesVersions.NEWEST, JamesDatabase.inHook(url), Shipped.launch(telemetry))) {
      rcpt(james);

      ExportedSpan command = telemetry.awaitSpan("smtp.command.rcpt");
      telemetry.await(() -> clients(telemetry).size() == 2);
      ExportedSpan request =
          clients(telemetry).stream()
              .filter(span -> url.equals(span.attribute("url.full")))
              .findFirst()
              .orElseThrow();
      ExportedSpan query =
          clients(telemetry).stream().filter(span -> span != request).findFirst().orElseThrow();
      assertThat(request).hasParent(command).hasAttribute("http.response.status_code", 204L);
      assertThat(parents).hasSize(1);
      assertThat(parents.get(0)).startsWith("00-" + command.traceId() + "-" + request.spanId());
      assertThat(query).hasParent(command).hasAttribute("db.system", "h2");

      login(james);
      assertThat(telemetry.awaitSpan("smtp.command.auth")).hasStatusError();
      assertThat(telemetry.awaitSpan("smtp.auth.validate"))
          .hasAttribute("smtp.auth.user", JamesDatabase.BROKEN)
          .hasAttribute("smtp.auth.failure_reason", "server_error")
          .hasAttribute("exception.type", "org.apache.james.user.api.UsersRepositoryException");
    } finally {
      web.stop(0);
    }
  }

  private static void rcpt(JamesProcess james) {
    try (ScriptedClient client = ScriptedClient.connect(james.smtpPort())) {
      client.expect("220");
      client.line("EHLO client.test").readSmtp();
      client.line("MAIL FROM:<hatter@sender.test>").expect("250");
      client.line("RCPT TO:<" + JamesProcess.USER + ">").expect("250");
      client.line("QUIT").expect("221");
    }
  }

  /** As a user for whom the database fails; James asks its own repository then. */
  private static void login(JamesProcess james) {
    try (ScriptedClient client = ScriptedClient.connect(james.ports().submission())) {
      client.expect("220");
      client.line("EHLO client.test").readSmtp();
      byte[] credentials = ("\0" + JamesDatabase.BROKEN + "\0s3cret").getBytes(UTF_8);
      client.line("AUTH PLAIN " + Base64.getEncoder().encodeToString(credentials)).expect("535");
      client.line("QUIT").expect("221");
    }
  }

  private static List<ExportedSpan> clients(OtlpHttpReceiver telemetry) {
    ExportedSpan command = telemetry.spans("smtp.command.rcpt").get(0);
    return telemetry.spans().stream()
        .filter(span -> span.kind().equals("CLIENT"))
        .filter(span -> span.traceId().equals(command.traceId()))
        .toList();
  }
}
