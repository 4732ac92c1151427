// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import io.mailscope.testing.server.JamesClassPath;
import io.mailscope.testing.server.JamesConfiguration;
import io.mailscope.testing.server.JamesPorts;
import io.mailscope.testing.server.JamesVersions;
import io.mailscope.testing.server.JamesWebAdmin;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Apache James, unmodified, all in memory. */
final class James implements Product {

  private static final int MAILS = 3;
  private static final long DELIVERY_NANOS = TimeUnit.SECONDS.toNanos(120);
  private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(100);

  @Override
  public String name() {
    return "James";
  }

  @Override
  public String version() {
    return JamesVersions.NEWEST;
  }

  @Override
  public Set<Port> ports() {
    return EnumSet.allOf(Port.class);
  }

  @Override
  public int listeners() {
    return 5;
  }

  @Override
  public List<String> arguments(DemoSettings settings, ServerPorts ports) {
    JamesConfiguration configuration =
        JamesConfiguration.write(
            version(),
            settings.scratch("james"),
            new JamesPorts(
                ports.of(Port.SMTP),
                ports.of(Port.SUBMISSION),
                ports.of(Port.LMTP),
                ports.of(Port.POP3),
                ports.of(Port.IMAP),
                ports.of(Port.ADMINISTRATION)));
    List<String> arguments = new ArrayList<>(configuration.jvmArguments());
    arguments.addAll(new JamesClassPath(settings.servers(), version()).main());
    return arguments;
  }

  @Override
  public boolean isReady(ServerProcess process) {
    return process.hasWritten("JAMES server started");
  }

  @Override
  public void prepare(ServerPorts ports) {
    JamesWebAdmin administration = new JamesWebAdmin(ports.of(Port.ADMINISTRATION));
    administration.addDomain(Account.DOMAIN);
    for (Account account : Account.values()) {
      administration.addUser(account.address(), Account.PASSWORD);
      administration.addInbox(account.address());
    }
  }

  @Override
  public String login(String user) {
    return user + "@" + Account.DOMAIN;
  }

  @Override
  public List<Step> steps(ServerPorts ports) {
    Scenario scenario = new Scenario(ports, this::login);
    return List.of(
        new Step("SMTP: another server brings a mail for bob", scenario::receive),
        new Step(
            "Submission: alice logs in and sends bob a mail",
            () -> scenario.submit(Port.SUBMISSION)),
        new Step("LMTP: a mail for bob and for mallory, who is unknown", scenario::deliver),
        new Step("Waiting for James to have delivered all three", () -> awaitDelivery(ports)),
        new Step("POP3: bob retrieves one", () -> scenario.retrieveByPop3(MAILS)),
        new Step("IMAP: bob fetches all", scenario::fetchByImap),
        new Step("POP3: bob mistypes his password", scenario::loginWithWrongPassword),
        new Step(
            "IMAP: mallory, whom the server does not know, tries to log in",
            scenario::loginAsStranger));
  }

  /** Asks where the agent's protocols are not used, since that would be telemetry too. */
  private static void awaitDelivery(ServerPorts ports) {
    JamesWebAdmin administration = new JamesWebAdmin(ports.of(Port.ADMINISTRATION));
    long end = System.nanoTime() + DELIVERY_NANOS;
    while (administration.messages(Account.BOB.address()) < MAILS) {
      if (System.nanoTime() - end > 0) {
        throw new DemoFailure("James did not deliver the mails");
      }
      LockSupport.parkNanos(BETWEEN_LOOKS);
    }
  }

  @Override
  public Expectations expectations() {
    return new Expectations()
        .spans(ExpectedSpan.SUBMISSION)
        .spans(ExpectedSpan.LMTP)
        .spans(ExpectedSpan.POP3)
        .spans(ExpectedSpan.IMAP)
        .meter("smtp.messages.received", MAILS)
        .meter("smtp.bytes.received", MAILS * Scenario.MAIL.length())
        .meter("smtp.connections.active", 0)
        .meter("pop3.messages.retrieved", 1)
        .meters(ExpectedMeter.POP3)
        .meter("imap.messages.retrieved", MAILS)
        .meters(ExpectedMeter.IMAP)
        .spans(ExpectedSpan.LOGINS)
        .meters(ExpectedMeter.LOGINS);
  }
}
