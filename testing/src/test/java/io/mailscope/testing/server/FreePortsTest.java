// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePortsTest {

  @Test
  void noPortIsGivenTwice() {
    Set<Integer> ports = new HashSet<>();
    for (int port : FreePorts.take(150)) {
      assertThat(ports.add(port)).as("%d", port).isTrue();
    }
  }

  @Test
  void noOtherProcessCanClaimTheRangeOfAPort() {
    int port = FreePorts.take();
    assertThatThrownBy(() -> bind(port - port % 100)).isInstanceOf(BindException.class);
  }

  @Test
  void aPortThatIsTakenIsLeftOut() throws Exception {
    try (ServerSocket taken = bind(FreePorts.take() + 1)) {
      assertThat(FreePorts.take(2)).doesNotContain(taken.getLocalPort());
    }
  }

  private static ServerSocket bind(int port) throws Exception {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }
}
