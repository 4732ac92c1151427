// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

/** How an application makes SubEtha what it wants: which has changed with 4.0. */
interface SubEthaSetup {

  /**
   * Sets an option.
   *
   * @param setter its method until 4.0
   * @param option its method since then
   */
  void set(String setter, String option, Class<?> type, Object value);

  /** Sends no Received header with a message. */
  void withoutReceivedHeaders();

  /** Offers STARTTLS. */
  void startTls();

  /** Encrypts connections from their start. */
  void tls();

  /** The server, to be started, again where one was before. */
  Object server();

  /** The port that it was given. */
  int port();
}
