// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program that is run as a user types it. */
final class Command {

  private Command() {}

  /**
   * Runs it to its end.
   *
   * @return what it wrote to its standard output
   * @throws IllegalStateException if it fails, with all that it wrote
   */
  static String run(Path directory, List<String> command) {
    try {
      Path complaints = directory.resolve("complaints.txt");
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectError(complaints.toFile())
              .start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(
            command + ": " + output + "\n" + Files.readString(complaints));
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String run(Path directory, String... command) {
    return run(directory, List.of(command));
  }
}
