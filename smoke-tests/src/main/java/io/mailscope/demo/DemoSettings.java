// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What the script hands over, by system properties {@code mailscope.demo.*}.
 *
 * @param home the root of the project
 * @param server the name of the server to demonstrate
 * @param started when the user started the script
 * @param once end after the summary
 * @param colour the output is a terminal
 */
record DemoSettings(Path home, String server, Instant started, boolean once, boolean colour) {

  static DemoSettings fromSystemProperties() {
    return new DemoSettings(
        Path.of(System.getProperty("mailscope.demo.home", "")).toAbsolutePath(),
        System.getProperty("mailscope.demo.server", "greenmail"),
        Instant.ofEpochSecond(
            Long.getLong("mailscope.demo.started", Instant.now().getEpochSecond())),
        Boolean.getBoolean("mailscope.demo.once"),
        Boolean.getBoolean("mailscope.demo.colour"));
  }

  /** The one jar under demonstration. */
  Path agent() {
    return home.resolve("agent/target/mailscope-javaagent.jar");
  }

  /** Unmodified servers as the build has resolved them. */
  Path servers() {
    return home.resolve("target/servers");
  }

  /** A directory for the demo's own files. */
  Path scratch(String name) {
    return home.resolve("target/demo").resolve(name);
  }

  /** What the server's process writes. */
  Path log() {
    return scratch(server + ".log");
  }
}
