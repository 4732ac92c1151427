// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import io.mailscope.testing.server.GreenMailVersions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** GreenMail's unmodified standalone jar. */
final class GreenMail implements Product {

  @Override
  public String name() {
    return "GreenMail";
  }

  @Override
  public String version() {
    return GreenMailVersions.NEWEST;
  }

  @Override
  public Set<Port> ports() {
    return EnumSet.of(Port.SMTP, Port.POP3, Port.IMAP, Port.PROMETHEUS);
  }

  @Override
  public int listeners() {
    return 3;
  }

  @Override
  public List<String> arguments(DemoSettings settings, ServerPorts ports) {
    List<String> arguments = new ArrayList<>();
    arguments.add("-Dgreenmail.startup.timeout=60000");
    arguments.add("-Dgreenmail.users=" + account(Account.ALICE) + "," + account(Account.BOB));
    for (Port port : List.of(Port.SMTP, Port.POP3, Port.IMAP)) {
      String protocol = "-Dgreenmail." + port.name().toLowerCase(Locale.ROOT);
      arguments.add(protocol + ".hostname=127.0.0.1");
      arguments.add(protocol + ".port=" + ports.of(port));
    }
    arguments.add("-jar");
    arguments.add(
        settings.servers().resolve("greenmail-standalone-" + version() + ".jar").toString());
    return arguments;
  }

  private static String account(Account account) {
    return account.user() + ":" + Account.PASSWORD + "@" + Account.DOMAIN;
  }

  @Override
  public boolean isReady(ServerProcess process) {
    return true;
  }

  @Override
  public void prepare(ServerPorts ports) {
    // Its command line names the accounts.
  }

  @Override
  public String login(String user) {
    return user;
  }

  @Override
  public List<Step> steps(ServerPorts ports) {
    Scenario scenario = new Scenario(ports, this::login);
    return List.of(
        new Step("SMTP: alice sends a mail to bob", () -> scenario.submit(Port.SMTP)),
        new Step("POP3: bob retrieves it", () -> scenario.retrieveByPop3(1)),
        new Step("IMAP: bob fetches it", scenario::fetchByImap),
        new Step("POP3: bob mistypes his password", scenario::loginWithWrongPassword),
        new Step(
            "IMAP: mallory, whom the server does not know, tries to log in",
            scenario::loginAsStranger));
  }

  @Override
  public Expectations expectations() {
    return new Expectations()
        .spans(ExpectedSpan.SUBMISSION)
        .spans(ExpectedSpan.POP3)
        .spans(ExpectedSpan.MAILDROP)
        .spans(ExpectedSpan.IMAP)
        .spans(ExpectedSpan.LOGINS)
        .meter("smtp.messages.received", 1)
        .meter("smtp.bytes.received", Scenario.MAIL.length())
        .meter("smtp.connections.active", 0)
        .meter("pop3.messages.retrieved", 1)
        .meters(ExpectedMeter.POP3)
        .meter("imap.messages.retrieved", 1)
        .meters(ExpectedMeter.IMAP)
        .meters(ExpectedMeter.LOGINS);
  }
}
