// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import io.mailscope.testing.server.FreePorts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Ports on the loopback address. Immutable. */
final class ServerPorts {

  private final Map<Port, Integer> numbers;

  private ServerPorts(Map<Port, Integer> numbers) {
    this.numbers = numbers;
  }

  /** Some that are free, and that no other demo is given. */
  static ServerPorts free(Set<Port> ports) {
    Map<Port, Integer> numbers = new EnumMap<>(Port.class);
    for (Port port : ports) {
      numbers.put(port, FreePorts.take());
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
