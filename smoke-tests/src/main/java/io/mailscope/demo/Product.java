// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import java.util.List;
import java.util.Set;

/**
 * A mail server that can be demonstrated: how it is started and used, and what must be seen then.
 */
interface Product {

  /** The one of that name on the command line. */
  static Product named(String name) {
    return switch (name) {
      case "greenmail" -> new GreenMail();
      case "james" -> new James();
      default -> throw new DemoFailure("no server \"" + name + "\" here");
    };
  }

  String name();

  String version();

  /** The ports that it takes. */
  Set<Port> ports();

  /** How many of its listeners the agent reports. */
  int listeners();

  /** The arguments of the java command, the agent's apart. */
  List<String> arguments(DemoSettings settings, ServerPorts ports);

  /** Whether it can be used, as far as its log tells; the listeners are another thing. */
  boolean isReady(ServerProcess process);

  /** Makes the accounts. */
  void prepare(ServerPorts ports);

  /** The name that a user logs in with. */
  String login(String user);

  /** What is done with it. */
  List<Step> steps(ServerPorts ports);

  /** What must be seen of that. */
  Expectations expectations();
}
