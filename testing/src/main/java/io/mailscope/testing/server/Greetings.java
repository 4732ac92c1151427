// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import io.mailscope.testing.client.ScriptedClient;
import java.io.UncheckedIOException;

/** Whether a mail server can be spoken to. */
public final class Greetings {

  private Greetings() {}

  /**
   * True if each of these ports of the loopback address greets; an open port alone is not enough.
   */
  public static boolean on(int... ports) {
    for (int port : ports) {
      try (ScriptedClient client = ScriptedClient.connect(port)) {
        if (client.readLine() == null) {
          return false;
        }
      } catch (UncheckedIOException e) {
        return false;
      }
    }
    return true;
  }
}
