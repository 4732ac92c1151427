// SPDX-License-Identifier: Apache-2.0
package io.mailscope.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Names for the JDK to look up in a file instead of the internet, as James' SMTP tests do. */
final class HostsFile {

  private HostsFile() {}

  /** Writes one; {@code -Djdk.net.hosts.file} takes it. */
  static Path write(Path directory) throws IOException {
    return Files.write(
        directory.resolve("hosts"),
        List.of(
            "127.0.0.1 localhost",
            "127.0.0.1 " + InetAddress.getLocalHost().getHostName(),
            // An address for documentation: nobody connects to it.
            "192.0.2.1 james.apache.org"));
  }
}
