// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.greenmail;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.pop3.Ends;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import io.mailscope.testing.server.GreenMailVersions;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.List;
import org.apache.commons.net.pop3.POP3Client;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages and octets, as the clients count what they get. */
class GreenMailPop3ContentIT {

  private static final List<String> STUFFS_RETR = List.of("1.6.15", "2.0.1", "2.1.13");
  private static final List<String> STUFFS_TOP = List.of("2.1.13");
  private static final String DOTS =
      "Subject: dots\r\n\r\n.one\r\n..two\r\n...three\r\nfour.\r\nlast";
  private static final String NO_DOTS = "Subject: no dots\r\n\r\none\r\n\r\ntwo\r\nlast";

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void retrCountsMessagesAndOctetsAsCommonsNetDoes(String version) throws IOException {
    try (GreenMailServer server = Pop3Mail.start(version)) {
      Pop3Mail.deliver(server, NO_DOTS);
      Pop3Mail.deliver(server, "Subject: empty body\r\n\r\n");
      Pop3Mail.deliver(server, large(5_000_000));
      // 1.5.14 stuffs no dots, so that clients take dots away that belong to the message.
      Pop3Mail.deliver(server, STUFFS_RETR.contains(version) ? DOTS : NO_DOTS);

      POP3Client client = new POP3Client();
      client.connect("127.0.0.1", server.pop3Port());
      assertThat(client.login(Pop3Mail.USER, Pop3Mail.PASSWORD)).isTrue();
      long octets = 0;
      for (int id = 1; id <= 4; id++) {
        try (Reader message = client.retrieveMessage(id)) {
          octets += message.transferTo(Writer.nullWriter());
        }
      }
      client.logout();
      client.disconnect();

      Ends.with(telemetry, "quit");
      assertThat(octets).isGreaterThan(5_000_000);
      assertThat(telemetry.sum("pop3.messages.retrieved")).isEqualTo(4);
      assertThat(telemetry.sum("pop3.bytes.sent")).isEqualTo(octets);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void stuffedDotsAreNotCounted(String version) {
    try (GreenMailServer server = Pop3Mail.start(version)) {
      Pop3Mail.deliver(server, DOTS);
      try (ScriptedClient client = Pop3Mail.login(server)) {
        int retr = Pop3Mail.content(client, "RETR 1") - (STUFFS_RETR.contains(version) ? 3 : 0);
        client.line("NOOP").expect("+OK");
        assertThat(telemetry.sum("pop3.bytes.sent")).isEqualTo(retr);

        // Of a line with two dots TOP can't tell whether one is stuffed where GreenMail stuffs
        // none.
        int top = Pop3Mail.content(client, "TOP 1 9") - (STUFFS_TOP.contains(version) ? 3 : 2);
        client.line("NOOP").expect("+OK");
        assertThat(telemetry.sum("pop3.bytes.sent")).isEqualTo(retr + top);
        assertThat(telemetry.sum("pop3.messages.retrieved")).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void topAddsItsOctetsButNoMessage(String version) {
    try (GreenMailServer server = Pop3Mail.start(version)) {
      Pop3Mail.deliver(server, NO_DOTS);
      try (ScriptedClient client = Pop3Mail.login(server)) {
        int octets = Pop3Mail.content(client, "TOP 1 0");
        int headers = octets;
        octets += Pop3Mail.content(client, "TOP 1 1");
        octets += Pop3Mail.content(client, "top 1 1000");
        client.line("NOOP").expect("+OK");

        assertThat(octets - 3 * headers)
            .isEqualTo("one\r\n".length() + "one\r\n\r\ntwo\r\nlast\r\n".length());
        assertThat(telemetry.sum("pop3.bytes.sent")).isEqualTo(octets);
        assertThat(telemetry.sum("pop3.messages.retrieved")).isZero();
      }
    }
  }

  /** 1.5.14 reads and writes in the JVM's own character set. */
  @ParameterizedTest
  @ValueSource(strings = {"1.6.15", "2.0.1", "2.1.13"})
  void eightBitOctetsAreOneEach(String version) {
    try (GreenMailServer server = Pop3Mail.start(version)) {
      Pop3Mail.deliver(server, "Subject: x\r\n\r\n\u00e4\u00f6\u00fc\u00ff \u00c3\u00a4\r\nlast");
      try (ScriptedClient client = Pop3Mail.login(server)) {
        int octets = Pop3Mail.content(client, "RETR 1");
        octets += Pop3Mail.content(client, "TOP 1 10");
        client.line("NOOP").expect("+OK");

        assertThat(client.transcript()).contains("\u00e4\u00f6\u00fc\u00ff \u00c3\u00a4");
        assertThat(telemetry.sum("pop3.bytes.sent")).isEqualTo(octets);
      }
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void otherMultiLineRepliesAreNoContent(String version) {
    try (GreenMailServer server = Pop3Mail.start(version)) {
      Pop3Mail.deliver(server, NO_DOTS);
      try (ScriptedClient client = Pop3Mail.login(server)) {
        client.line("LIST").readPop3MultiLine();
        client.line("UIDL").readPop3MultiLine();
        client.line("CAPA").readPop3MultiLine();
        client.line("QUIT").expect("+OK");

        Ends.with(telemetry, "quit");
        assertThat(telemetry.sum("pop3.bytes.sent")).isZero();
      }
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aClientGoneHalfWayAddsItsOctetsButNoMessage(String version) {
    try (GreenMailServer server = Pop3Mail.start(version)) {
      // More than the sockets' buffers take.
      Pop3Mail.deliver(server, large(12_000_000));
      int octets;
      try (ScriptedClient client = Pop3Mail.login(server)) {
        octets = Pop3Mail.content(client, "RETR 1");
        client.line("QUIT").expect("+OK");
        Ends.with(telemetry, "quit");
      }
      telemetry.reset();

      try (ScriptedClient client = Pop3Mail.login(server)) {
        // The second one is in the server's buffer when the client goes: none of it is sent.
        client.send("RETR 1\r\nRETR 1\r\n").expect("+OK");
        client.reset();
      }

      Ends.with(telemetry, "reset");
      assertThat(telemetry.spans("pop3.command.retr"))
          .extracting(span -> span.attribute("pop3.response.status"))
          .containsExactly("OK", null);
      assertThat(telemetry.sum("pop3.messages.retrieved")).isZero();
      assertThat(telemetry.sum("pop3.bytes.sent")).isEqualTo(octets);
    }
  }

  private static String large(int octets) {
    String line = "0123456789".repeat(7) + "\r\n";
    return "Subject: large\r\n\r\n" + line.repeat(octets / line.length() + 1) + "end";
  }
}
