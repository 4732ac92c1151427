// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Ports of the loopback address for servers that are told theirs and bind it much later. They lie
 * below those that systems give to connections, each of which could take one meanwhile, and no two
 * processes get the same: the first port of a range is bound by whose range it is. Thread-safe.
 */
public final class FreePorts {

  private static final int FIRST = 20_000;
  private static final int RANGE = 100;
  private static final int RANGES = 120;

  /** Bound until the process ends. */
  private static final List<ServerSocket> CLAIMS = new ArrayList<>();

  private static int next;
  private static int end;

  private FreePorts() {}

  /** That many ports, none of which was given before. */
  static int[] take(int count) {
    int[] ports = new int[count];
    for (int i = 0; i < count; i++) {
      ports[i] = take();
    }
    return ports;
  }

  /**
   * A port that was not given before.
   *
   * @throws IllegalStateException if there is none
   */
  public static synchronized int take() {
    while (true) {
      if (next == end) {
        claim();
      }
      int port = next++;
      if (isFree(port)) {
        return port;
      }
    }
  }

  private static void claim() {
    int any = (int) (ProcessHandle.current().pid() % RANGES);
    for (int i = 0; i < RANGES; i++) {
      int port = FIRST + (any + i) % RANGES * RANGE;
      try {
        CLAIMS.add(bind(port));
        next = port + 1;
        end = port + RANGE;
        return;
      } catch (IOException e) {
        // Another's.
      }
    }
    throw new IllegalStateException("No free port");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = bind(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static ServerSocket bind(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }
}
