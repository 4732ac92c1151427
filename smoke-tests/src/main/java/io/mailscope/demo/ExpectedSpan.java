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

  /** All of them, in the order of the scenario. */
  static final List<ExpectedSpan> ALL =
      List.of(
          new ExpectedSpan("smtp.command.ehlo", "smtp.response.status_code", 250L),
          new ExpectedSpan("smtp.command.auth", "smtp.response.status_code", 235L),
          new ExpectedSpan("smtp.auth.validate", "smtp.auth.success", true),
          new ExpectedSpan("smtp.command.mail", "smtp.response.status_code", 250L),
          new ExpectedSpan("smtp.command.rcpt", "smtp.response.status_code", 250L),
          new ExpectedSpan("smtp.command.data", "smtp.response.status_code", 250L),
          new ExpectedSpan("smtp.message.save", "smtp.recipients_count", 1L),
          new ExpectedSpan("smtp.command.quit", "smtp.response.status_code", 221L),
          new ExpectedSpan("pop3.command.user", "pop3.response.status", "OK"),
          new ExpectedSpan("pop3.command.pass", "pop3.response.status", "OK"),
          new ExpectedSpan("pop3.auth.validate", "pop3.auth.success", true),
          new ExpectedSpan("pop3.messages.load", "pop3.message_count", 1L),
          new ExpectedSpan("pop3.command.stat", "pop3.response.status", "OK"),
          new ExpectedSpan("pop3.command.retr", "pop3.response.status", "OK"),
          new ExpectedSpan("pop3.command.quit", "pop3.response.status", "OK"),
          new ExpectedSpan("imap.command.login", "imap.response.status", "OK"),
          new ExpectedSpan("imap.auth.validate", "imap.auth.success", true),
          new ExpectedSpan("imap.command.select", "imap.response.status", "OK"),
          new ExpectedSpan("imap.mailbox.select", "imap.message_count", 1L),
          new ExpectedSpan("imap.command.fetch", "imap.response.status", "OK"),
          new ExpectedSpan("imap.command.uid_fetch", "imap.response.status", "OK"),
          new ExpectedSpan("imap.command.logout", "imap.response.status", "OK"),
          new ExpectedSpan("pop3.command.pass", "pop3.response.status", "ERR"),
          new ExpectedSpan("pop3.auth.validate", "pop3.auth.failure_reason", "invalid_key"),
          new ExpectedSpan("imap.command.login", "imap.response.status", "NO"),
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
