// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Ports on the loopback address.
 *
 * @param prometheus of the page that the agent offers to Prometheus
 */
record ServerPorts(int smtp, int pop3, int imap, int prometheus) {

  /** The server's, in words. */
  @Override
  public String toString() {
    return "SMTP 127.0.0.1:" + smtp + ", POP3 127.0.0.1:" + pop3 + ", IMAP 127.0.0.1:" + imap;
  }

  /** Four that are free now; somebody may take one before the server does. */
  static ServerPorts free() {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket smtp = new ServerSocket(0, 1, loopback);
        ServerSocket pop3 = new ServerSocket(0, 1, loopback);
        ServerSocket imap = new ServerSocket(0, 1, loopback);
        ServerSocket prometheus = new ServerSocket(0, 1, loopback)) {
      return new ServerPorts(
          smtp.getLocalPort(), pop3.getLocalPort(), imap.getLocalPort(), prometheus.getLocalPort());
    } catch (IOException e) {
      throw new DemoFailure("no free port on the loopback address (" + e.getMessage() + ")", e);
    }
  }
}
