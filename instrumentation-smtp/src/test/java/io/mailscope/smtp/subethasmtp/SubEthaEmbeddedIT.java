// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.SubEthaServer;
import io.mailscope.testing.server.SubEthaVersions;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Servers that live in a larger application: many, in class loaders of their own, not for ever. */
class SubEthaEmbeddedIT {

  private static final int STARTS = 100;

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @Test
  void serversOfAllVersionsAtOnceAreEachSeen() {
    List<SubEthaServer> servers = new ArrayList<>();
    try {
      for (String version : SubEthaVersions.ALL) {
        servers.add(SubEthaServer.start(version));
      }
      for (SubEthaServer server : servers) {
        telemetry.await(() -> up(server.port()) == 1);
        ScriptedClient client = SubEthaDialogue.untilData(server);
        client.send("a: b\r\n\r\n1\r\n.\r\n").expect("250");
        SubEthaDialogue.quit(client);
      }
      telemetry.await(() -> telemetry.sum("smtp.connections.closed") == servers.size());
      assertThat(telemetry.sum("smtp.messages.received")).isEqualTo(servers.size());
      for (SubEthaServer server : servers) {
        assertThat(telemetry.spans("smtp.command.data"))
            .filteredOn(span -> span.attributes().get("server.port").equals((long) server.port()))
            .hasSize(1);
      }
      assertThat(telemetry.spans())
          .extracting(ExportedSpan::name)
          .filteredOn("smtp.message.save"::equals)
          .hasSize(servers.size());
    } finally {
      servers.forEach(SubEthaServer::close);
    }
    for (SubEthaServer server : servers) {
      telemetry.await(() -> up(server.port()) == 0);
    }
  }

  @Test
  void aHundredStartsAndStopsLeaveNothing() {
    SubEthaServer server = SubEthaServer.create(SubEthaVersions.NEWEST);
    for (int i = 0; i < STARTS; i++) {
      server.start();
      int port = server.port();
      try (ScriptedClient client = SubEthaDialogue.greeted(server)) {
        client.line("NOOP").expect("250");
        // Every other one is still there when the server stops.
        if (i % 2 == 0) {
          client.line("QUIT").readToEnd();
        }
        server.stop();
      }
      telemetry.await(() -> up(port) == 0);
    }
    telemetry.await(() -> telemetry.sum("smtp.connections.closed") == STARTS);
    assertThat(telemetry.sum("smtp.connections.closed", Map.of("reason", "quit")))
        .isEqualTo(STARTS / 2);
    assertThat(telemetry.sum("smtp.connections.closed", Map.of("reason", "server_stop")))
        .isEqualTo(STARTS / 2);
    telemetry.await(() -> telemetry.standing("smtp.connections.active") == 0);
    assertThat(telemetry.sum("smtp.commands", Map.of("command", "NOOP"))).isEqualTo(STARTS);
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void aStoppedServersClassesCanBeCollected(String version) {
    WeakReference<ClassLoader> classes = loaderOfAUsedServer(version);
    telemetry.await(
        () -> {
          System.gc();
          return classes.refersTo(null);
        });
  }

  private static WeakReference<ClassLoader> loaderOfAUsedServer(String version) {
    try (SubEthaServer server = SubEthaServer.start(version)) {
      ScriptedClient client = SubEthaDialogue.untilData(server);
      client.send("a: b\r\n\r\n1\r\n.\r\n").expect("250");
      client.reset();
      telemetry.await(() -> telemetry.sum("smtp.connections.closed") == 1);
      assertThat(telemetry.awaitSpan("smtp.message.save")).hasStatusUnset();
      return new WeakReference<>(server.classLoader());
    }
  }

  private static long up(int port) {
    return telemetry.standing(
        "mail.server.up", Map.of("protocol", "smtp", "server.port", (long) port));
  }
}
