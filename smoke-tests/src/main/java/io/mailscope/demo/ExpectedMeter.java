// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import java.util.List;

/** What a meter must say after the scenario. */
record ExpectedMeter(String name, long value) {

  /** Those whose value the scenario determines. */
  static final List<ExpectedMeter> ALL =
      List.of(
          new ExpectedMeter("smtp.messages.received", 1),
          new ExpectedMeter("smtp.bytes.received", Scenario.MAIL.length()),
          new ExpectedMeter("smtp.auth.attempts", 1),
          new ExpectedMeter("smtp.auth.failures", 0),
          new ExpectedMeter("smtp.connections.active", 0),
          new ExpectedMeter("pop3.messages.retrieved", 1),
          new ExpectedMeter("pop3.auth.attempts", 2),
          new ExpectedMeter("pop3.auth.failures", 1),
          new ExpectedMeter("pop3.commands", 8),
          new ExpectedMeter("pop3.sessions.active", 0),
          new ExpectedMeter("imap.messages.retrieved", 1),
          new ExpectedMeter("imap.auth.attempts", 2),
          new ExpectedMeter("imap.auth.failures", 1),
          new ExpectedMeter("imap.commands", 7),
          new ExpectedMeter("imap.sessions.active", 0));

  boolean isMet(Collector collector) {
    return !collector.points(name).isEmpty() && collector.value(name) == value;
  }

  @Override
  public String toString() {
    return "meter " + name + "=" + value;
  }
}
