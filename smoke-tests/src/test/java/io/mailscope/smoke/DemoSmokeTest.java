// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.Await;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./demo} as a newcomer runs it, from any directory. */
class DemoSmokeTest {

  private static final Pattern POP3_PORT = Pattern.compile("POP3 127\\.0\\.0\\.1:(\\d+)");

  @TempDir private Path elsewhere;

  @Test
  void onceShowsWhatWasSeenAndEnds() {
    try (JavaProcess demo = start("--once")) {
      assertThat(demo.awaitEnd()).as(demo.describe()).isZero();
      List<String> lines = demo.output();
      assertThat(lines).hasSizeLessThan(80).noneMatch(line -> line.contains("\u001b"));
      // The build that runs this test has built all of it.
      assertThat(lines).noneMatch(line -> line.contains("Building"));
      assertThat(line(lines, "  smtp\\.command\\.data +[\\d.]+ ms  reply 250")).isEqualTo(1);
      assertThat(line(lines, "    smtp\\.message\\.save +[\\d.]+ ms  100 bytes, 1 recipient"))
          .isEqualTo(1);
      assertThat(line(lines, "  pop3\\.command\\.retr +[\\d.]+ ms  reply OK")).isEqualTo(1);
      assertThat(line(lines, "  imap\\.command\\.uid_fetch +[\\d.]+ ms  reply OK")).isEqualTo(1);
      assertThat(line(lines, "    imap\\.mailbox\\.select +[\\d.]+ ms  INBOX, 1 message"))
          .isEqualTo(1);
      assertThat(line(lines, "    \\w+\\.auth\\.validate +[\\d.]+ ms  success, user \\w+"))
          .isEqualTo(3);
      assertThat(line(lines, "    pop3\\.auth\\.validate .* invalid_key .* user bob")).isEqualTo(1);
      assertThat(line(lines, "    imap\\.auth\\.validate .* user_not_found .* user mallory"))
          .isEqualTo(1);
      assertThat(line(lines, "\\w+ connection from 127\\.0\\.0\\.1:\\d+, .*session_id \\w+"))
          .isEqualTo(5);
      assertThat(line(lines, "  pop3\\.auth\\.attempts +2 +pop3\\.auth\\.failures +1"))
          .isEqualTo(1);
      assertThat(line(lines, "  imap\\.commands .*UID FETCH 1")).isEqualTo(1);
    }
  }

  @Test
  void onceShowsWhatWasSeenOfJames() {
    try (JavaProcess demo = start("--once", "--server", "james")) {
      demo.awaitOutput(line -> line.contains("James is up"));
      demo.awaitOutput(line -> line.contains("What it counted"));
      assertThat(demo.awaitEnd()).as(demo.describe()).isZero();
      List<String> lines = demo.output();
      assertThat(lines).hasSizeLessThan(90).noneMatch(line -> line.contains("Building"));
      assertThat(line(lines, "SMTP connection from 127\\.0\\.0\\.1:\\d+, .*session_id \\w+"))
          .isEqualTo(2);
      assertThat(line(lines, "LMTP connection from 127\\.0\\.0\\.1:\\d+, .*session_id \\w+"))
          .isEqualTo(1);
      assertThat(line(lines, "  smtp\\.command\\.auth +[\\d.]+ ms  reply 235")).isEqualTo(1);
      assertThat(line(lines, "  smtp\\.command\\.data +[\\d.]+ ms  reply 250")).isEqualTo(3);
      assertThat(line(lines, "    smtp\\.message\\.save +[\\d.]+ ms  100 bytes, 1 recipient"))
          .isEqualTo(3);
      assertThat(line(lines, "  pop3\\.command\\.retr +[\\d.]+ ms  reply OK")).isEqualTo(1);
      assertThat(line(lines, "  pop3\\.command\\.pass +[\\d.]+ ms  reply ERR")).isEqualTo(1);
      assertThat(line(lines, "  smtp\\.messages\\.received +3 +smtp\\.bytes\\.received +300 bytes"))
          .isEqualTo(1);
      assertThat(line(lines, "  imap\\.command\\.uid_fetch +[\\d.]+ ms  reply OK")).isEqualTo(1);
      assertThat(line(lines, "    imap\\.mailbox\\.select +[\\d.]+ ms  INBOX, 3 messages"))
          .isEqualTo(1);
      assertThat(line(lines, "  imap\\.messages\\.retrieved +3 .*")).isEqualTo(1);
      assertThat(line(lines, "    \\w+\\.auth\\.validate +[\\d.]+ ms  success, user \\w+@.*"))
          .isEqualTo(3);
      assertThat(line(lines, "    pop3\\.auth\\.validate .* invalid_key .* user bob@.*"))
          .isEqualTo(1);
      assertThat(line(lines, "    imap\\.auth\\.validate .* user_not_found .* user mallory@.*"))
          .isEqualTo(1);
      // The web administration's are no mail.
      assertThat(lines).noneMatch(line -> line.contains("/users/"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void showsWhatTheUserDoesUntilStopped(String signal) throws Exception {
    try (JavaProcess demo = start()) {
      demo.awaitOutput(line -> line.contains("Ctrl-C"));
      List<ProcessHandle> servers =
          ProcessHandle.of(demo.pid()).orElseThrow().descendants().toList();
      assertThat(servers).hasSize(1);
      try (ScriptedClient pop3 = ScriptedClient.connect(pop3Port(demo))) {
        pop3.expect("+OK");
        pop3.line("NONSENSE").expect("-ERR");
        pop3.line("QUIT").expect("+OK");
      }
      demo.awaitOutput(line -> line.matches("  pop3\\.command\\._other +[\\d.]+ ms  reply ERR"));
      kill(signal, demo.pid());
      demo.awaitEnd();
      Await.until(() -> !servers.get(0).isAlive(), () -> "the end of " + servers);
    }
  }

  @ParameterizedTest
  @CsvSource({"--bogus, unknown option", "--server, needs a name", "--server=cyrus, no server"})
  void mistakesAreOneLine(String argument, String line) {
    try (JavaProcess demo = start(argument)) {
      assertThat(demo.awaitEnd()).isEqualTo(2);
      assertThat(demo.output()).singleElement().asString().startsWith("demo: ").contains(line);
    }
  }

  @Test
  void helpNamesTheOptions() {
    try (JavaProcess demo = start("--server", "greenmail", "--help")) {
      assertThat(demo.awaitEnd()).isZero();
      assertThat(String.join("\n", demo.output())).contains("--once", "--server", "Ctrl-C");
    }
  }

  private JavaProcess start(String... arguments) {
    return JavaProcess.startScript(Shipped.demo(), elsewhere, arguments);
  }

  private static long line(List<String> lines, String pattern) {
    return lines.stream().filter(line -> line.matches(pattern)).count();
  }

  private static int pop3Port(JavaProcess demo) {
    Matcher port = POP3_PORT.matcher(String.join("\n", demo.output()));
    assertThat(port.find()).as(demo.describe()).isTrue();
    return Integer.parseInt(port.group(1));
  }

  private static void kill(String signal, long pid) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(pid)).start();
    assertThat(kill.waitFor()).isZero();
  }
}
