// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

/** Tells where to look and what to try. */
final class Guide {

  private final Screen screen;
  private final DemoSettings settings;
  private final Product product;

  Guide(Screen screen, DemoSettings settings, Product product) {
    this.screen = screen;
    this.settings = settings;
    this.product = product;
  }

  /** Where the same telemetry is to be seen, now that the server has been stopped. */
  void whereToLook() {
    screen.title("Where to look");
    files();
    screen.line("  Without --once " + product.name() + " goes on running, for you to try.");
  }

  /** Where the same telemetry is to be seen while the server runs. */
  void whereToLook(ServerPorts ports) {
    screen.title("Where to look");
    screen.line(
        "  The meters' page for Prometheus: http://127.0.0.1:"
            + ports.of(Port.PROMETHEUS)
            + "/metrics");
    files();
  }

  /** How to talk to the running server. */
  void tryIt(ServerPorts ports) {
    String bob = product.login(Account.BOB.user());
    screen.title(
        "Now you: "
            + product.name()
            + " goes on running, and what you do appears below. Ctrl-C ends it.");
    screen.line(
        String.format(
            "  Users %s and %s, password %s. %s",
            product.login(Account.ALICE.user()), bob, Account.PASSWORD, ports));
    screen.line(
        "  curl -u "
            + bob
            + ":"
            + Account.PASSWORD
            + " pop3://127.0.0.1:"
            + ports.of(Port.POP3)
            + "/1");
    screen.line(
        "  curl -u "
            + bob
            + ":"
            + Account.PASSWORD
            + " 'imap://127.0.0.1:"
            + ports.of(Port.IMAP)
            + "/INBOX;UID=1'");
    screen.line("  curl -u " + bob + ":wrong pop3://127.0.0.1:" + ports.of(Port.POP3));
    screen.line("  telnet 127.0.0.1 " + ports.of(Port.SMTP) + "   and type: EHLO me, NOOP, QUIT");
    screen.line("");
  }

  private void files() {
    screen.line(
        "  The log of " + product.name() + ", with what the agent prints there: " + settings.log());
    screen.line("  Your own server: java -javaagent:" + settings.agent() + " -jar server.jar");
    screen.line(
        "  To a collector: the same with OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4318 set");
  }
}
