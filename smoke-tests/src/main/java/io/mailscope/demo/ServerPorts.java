// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Ports on the loopback address. Immutable. */
final class ServerPorts {

  private final Map<Port, Integer> numbers;

  private ServerPorts(Map<Port, Integer> numbers) {
    this.numbers = numbers;
  }

  /** Some that are free now; somebody may take one before the server does. */
  static ServerPorts free(Set<Port> ports) {
    Map<Port, Integer> numbers = new EnumMap<>(Port.class);
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (Port port : ports) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        sockets.add(socket);
        numbers.put(port, socket.getLocalPort());
      }
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new DemoFailure("no free port on the loopback address (" + e.getMessage() + ")", e);
    }
    return new ServerPorts(numbers);
  }

  int of(Port port) {
    return numbers.get(port);
  }

  /** The server's, in words. */
  @Override
  public String toString() {
    return numbers.entrySet().stream()
        .filter(entry -> entry.getKey().isMail())
        .map(entry -> entry.getKey() + " 127.0.0.1:" + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
