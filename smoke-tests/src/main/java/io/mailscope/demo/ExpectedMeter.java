// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import java.util.List;

/** What a meter must say after the scenario, on every server that it is done with. */
record ExpectedMeter(String name, long value) {

  static final List<ExpectedMeter> POP3 =
      List.of(new ExpectedMeter("pop3.commands", 8), new ExpectedMeter("pop3.sessions.active", 0));

  static final List<ExpectedMeter> IMAP =
      List.of(new ExpectedMeter("imap.commands", 7), new ExpectedMeter("imap.sessions.active", 0));

  static final List<ExpectedMeter> LOGINS =
      List.of(
          new ExpectedMeter("smtp.auth.attempts", 1),
          new ExpectedMeter("smtp.auth.failures", 0),
          new ExpectedMeter("pop3.auth.attempts", 2),
          new ExpectedMeter("pop3.auth.failures", 1),
          new ExpectedMeter("imap.auth.attempts", 2),
          new ExpectedMeter("imap.auth.failures", 1));

  boolean isMet(Collector collector) {
    return !collector.points(name).isEmpty() && collector.value(name) == value;
  }

  @Override
  public String toString() {
    return "meter " + name + "=" + value;
  }
}
