// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke.container;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Ports of a container on free ports of the loopback address, and of no other. */
final class LoopbackPorts {

  private LoopbackPorts() {}

  static Consumer<CreateContainerCmd> of(int... ports) {
    List<ExposedPort> exposed = Arrays.stream(ports).mapToObj(ExposedPort::new).toList();
    return command -> {
      command.withExposedPorts(exposed);
      command
          .getHostConfig()
          .withPortBindings(
              exposed.stream()
                  .map(port -> new PortBinding(Ports.Binding.bindIp("127.0.0.1"), port))
                  .toList());
    };
  }
}
