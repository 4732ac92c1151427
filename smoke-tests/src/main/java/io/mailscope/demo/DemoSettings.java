// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What the script hands over, by system properties {@code mailscope.demo.*}.
 *
 * @param home the root of the project
 * @param started when the user started the script
 * @param once end after the summary
 * @param colour the output is a terminal
 */
record DemoSettings(Path home, Instant started, boolean once, boolean colour) {

  static DemoSettings fromSystemProperties() {
    return new DemoSettings(
        Path.of(System.getProperty("mailscope.demo.home", "")).toAbsolutePath(),
        Instant.ofEpochSecond(
            Long.getLong("mailscope.demo.started", Instant.now().getEpochSecond())),
        Boolean.getBoolean("mailscope.demo.once"),
        Boolean.getBoolean("mailscope.demo.colour"));
  }

  /** The one jar under demonstration. */
  Path agent() {
    return home.resolve("agent/target/mailscope-javaagent.jar");
  }

  /** An unmodified server's jar as the build has resolved it. */
  Path server(String artifact, String version) {
    return home.resolve("target/servers").resolve(artifact + "-" + version + ".jar");
  }

  /** What the server's process writes. */
  Path log() {
    return home.resolve("target/demo/greenmail.log");
  }
}
