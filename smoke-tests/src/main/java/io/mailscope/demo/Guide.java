// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

/** Tells where to look and what to try. */
final class Guide {

  private final Screen screen;
  private final DemoSettings settings;

  Guide(Screen screen, DemoSettings settings) {
    this.screen = screen;
    this.settings = settings;
  }

  /** Where the same telemetry is to be seen, now that the server has been stopped. */
  void whereToLook() {
    screen.title("Where to look");
    files();
    screen.line("  Without --once GreenMail goes on running, for you to try.");
  }

  /** Where the same telemetry is to be seen while the server runs. */
  void whereToLook(ServerPorts ports) {
    screen.title("Where to look");
    screen.line(
        "  The meters' page for Prometheus: http://127.0.0.1:" + ports.prometheus() + "/metrics");
    files();
  }

  /** How to talk to the running server. */
  void tryIt(ServerPorts ports) {
    String bob = Account.BOB.login();
    screen.title(
        "Now you: GreenMail goes on running, and what you do appears below. Ctrl-C ends it.");
    screen.line(
        String.format(
            "  Users %s and %s, password %s. %s",
            Account.ALICE.login(), bob, Account.PASSWORD, ports));
    screen.line(
        "  curl -u " + bob + ":" + Account.PASSWORD + " pop3://127.0.0.1:" + ports.pop3() + "/1");
    screen.line(
        "  curl -u "
            + bob
            + ":"
            + Account.PASSWORD
            + " 'imap://127.0.0.1:"
            + ports.imap()
            + "/INBOX;UID=1'");
    screen.line("  curl -u " + bob + ":wrong pop3://127.0.0.1:" + ports.pop3());
    screen.line("  telnet 127.0.0.1 " + ports.smtp() + "   and type: EHLO me, NOOP, QUIT");
    screen.line("");
  }

  private void files() {
    screen.line("  GreenMail's log, with what the agent prints there: " + settings.log());
    screen.line("  Your own server: java -javaagent:" + settings.agent() + " -jar server.jar");
    screen.line(
        "  To a collector: the same with OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4318 set");
  }
}
