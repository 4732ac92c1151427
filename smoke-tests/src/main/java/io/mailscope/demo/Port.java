// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

/** What has a port of its own. */
enum Port {
  SMTP,
  SUBMISSION,
  LMTP,
  POP3,
  IMAP,
  /** Where the server is administered. */
  ADMINISTRATION,
  /** The page that the agent offers to Prometheus. */
  PROMETHEUS;

  boolean isMail() {
    return compareTo(ADMINISTRATION) < 0;
  }
}
