// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.catalog;

/**
 * The spans that are neither a command ({@link CommandName#spanName()}) nor an authentication
 * attempt ({@link MailProtocol#authSpanName()}).
 */
public enum MailSpan {
  /** SELECT or EXAMINE opens a mailbox. */
  IMAP_MAILBOX_SELECT("imap.mailbox.select"),
  /** The maildrop is opened for a user. */
  POP3_MESSAGES_LOAD("pop3.messages.load"),
  /** A received message is stored or handed on. */
  SMTP_MESSAGE_SAVE("smtp.message.save");

  private final String spanName;

  MailSpan(String spanName) {
    this.spanName = spanName;
  }

  /** The name as exported. */
  public String spanName() {
    return spanName;
  }
}
