// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import io.mailscope.testing.ExportedSpan;
import java.util.List;

/**
 * A span that the scenario must have made.
 *
 * @param attribute with which value; integers are Long
 */
record ExpectedSpan(String name, String attribute, Object value) {

  private static final String SMTP_STATUS = "smtp.response.status_code";
  private static final String POP3_STATUS = "pop3.response.status";
  private static final String IMAP_STATUS = "imap.response.status";

  static final List<ExpectedSpan> SUBMISSION =
      List.of(
          new ExpectedSpan("smtp.command.ehlo", SMTP_STATUS, 250L),
          new ExpectedSpan("smtp.command.auth", SMTP_STATUS, 235L),
          new ExpectedSpan("smtp.command.mail", SMTP_STATUS, 250L),
          new ExpectedSpan("smtp.command.rcpt", SMTP_STATUS, 250L),
          new ExpectedSpan("smtp.command.data", SMTP_STATUS, 250L),
          new ExpectedSpan("smtp.message.save", "smtp.recipients_count", 1L),
          new ExpectedSpan("smtp.command.quit", SMTP_STATUS, 221L));

  static final List<ExpectedSpan> LMTP =
      List.of(
          new ExpectedSpan("smtp.command.lhlo", "network.protocol.name", "lmtp"),
          new ExpectedSpan("smtp.command.rcpt", SMTP_STATUS, 550L),
          new ExpectedSpan("smtp.command.data", "smtp.lmtp.accepted", 1L));

  static final List<ExpectedSpan> POP3 =
      List.of(
          new ExpectedSpan("pop3.command.user", POP3_STATUS, "OK"),
          new ExpectedSpan("pop3.command.pass", POP3_STATUS, "OK"),
          new ExpectedSpan("pop3.command.stat", POP3_STATUS, "OK"),
          new ExpectedSpan("pop3.command.retr", POP3_STATUS, "OK"),
          new ExpectedSpan("pop3.command.quit", POP3_STATUS, "OK"),
          new ExpectedSpan("pop3.command.pass", POP3_STATUS, "ERR"));

  static final List<ExpectedSpan> MAILDROP =
      List.of(new ExpectedSpan("pop3.messages.load", "pop3.message_count", 1L));

  static final List<ExpectedSpan> IMAP =
      List.of(
          new ExpectedSpan("imap.command.login", IMAP_STATUS, "OK"),
          new ExpectedSpan("imap.command.select", IMAP_STATUS, "OK"),
          new ExpectedSpan("imap.mailbox.select", "imap.mailbox", "INBOX"),
          new ExpectedSpan("imap.command.fetch", IMAP_STATUS, "OK"),
          new ExpectedSpan("imap.command.uid_fetch", IMAP_STATUS, "OK"),
          new ExpectedSpan("imap.command.logout", IMAP_STATUS, "OK"),
          new ExpectedSpan("imap.command.login", IMAP_STATUS, "NO"));

  static final List<ExpectedSpan> LOGINS =
      List.of(
          new ExpectedSpan("smtp.auth.validate", "smtp.auth.success", true),
          new ExpectedSpan("pop3.auth.validate", "pop3.auth.success", true),
          new ExpectedSpan("imap.auth.validate", "imap.auth.success", true),
          new ExpectedSpan("pop3.auth.validate", "pop3.auth.failure_reason", "invalid_key"),
          new ExpectedSpan("imap.auth.validate", "imap.auth.failure_reason", "user_not_found"));

  boolean isAmong(List<ExportedSpan> spans) {
    return spans.stream()
        .anyMatch(span -> span.name().equals(name) && value.equals(span.attribute(attribute)));
  }

  @Override
  public String toString() {
    return "span " + name + " with " + attribute + "=" + value;
  }
}
