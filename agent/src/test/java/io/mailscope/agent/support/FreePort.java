// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds a port for a program that is told its own and binds it later. */
public final class FreePort {

  private FreePort() {}

  /** A free one of the loopback address, below those that systems give to connections. */
  public static int find() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(32_000, 32_768);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // Taken.
      }
    }
  }
}
