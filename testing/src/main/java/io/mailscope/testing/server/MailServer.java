// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.util.List;

/** A mail server that runs outside the test's JVM, with its ports on the loopback address. */
public interface MailServer extends AutoCloseable {

  /** The server's kind as the agent names it, {@code greenmail}. */
  String product();

  String version();

  int smtpPort();

  /** Where users log in to send mail; for most servers the same. */
  default int submissionPort() {
    return smtpPort();
  }

  /**
   * Where POP3 is spoken.
   *
   * @throws UnsupportedOperationException if nowhere
   */
  default int pop3Port() {
    throw new UnsupportedOperationException(product() + " speaks no POP3");
  }

  /**
   * Where IMAP is spoken.
   *
   * @throws UnsupportedOperationException if nowhere
   */
  default int imapPort() {
    throw new UnsupportedOperationException(product() + " speaks no IMAP");
  }

  /** What the server wrote so far, the agent's lines too. */
  List<String> output();

  /** Asks the server to end, as an operator does, and waits until it has. */
  void stop();

  /** Ends the server whatever it does. */
  @Override
  void close();
}
