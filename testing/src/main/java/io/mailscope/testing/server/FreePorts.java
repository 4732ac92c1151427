// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Ports of the loopback address for servers that are told theirs and bind it much later. They lie
 * below those that systems give to connections, each of which could take one meanwhile, and start
 * elsewhere in each process. Thread-safe.
 */
final class FreePorts {

  private static final int FIRST = 20_000;
  private static final int COUNT = 12_000;
  private static final int STRIDE = 977; // a prime, so that neighbours of a process are far away

  private static int next = (int) (ProcessHandle.current().pid() * STRIDE % COUNT);

  private FreePorts() {}

  /** That many ports, none of which was given before. */
  static int[] take(int count) {
    int[] ports = new int[count];
    for (int i = 0; i < count; i++) {
      ports[i] = take();
    }
    return ports;
  }

  private static synchronized int take() {
    for (int i = 0; i < COUNT; i++) {
      int port = FIRST + next;
      next = (next + 1) % COUNT;
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("No free port");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
