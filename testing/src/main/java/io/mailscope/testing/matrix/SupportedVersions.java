// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The file {@code servers/<server>/supported-versions.txt}; it explains itself. */
public final class SupportedVersions {

  private final List<Release> releases = new ArrayList<>();
  private final List<String> libraries = new ArrayList<>();
  private String server;
  private boolean inBlock;

  private SupportedVersions() {}

  /** The versions of a server, in the order of the file. */
  public static List<Release> of(String server) {
    String name = "/servers/" + server + "/supported-versions.txt";
    try (InputStream in = SupportedVersions.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("No resource " + name);
      }
      SupportedVersions versions = new SupportedVersions();
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(versions::read);
      return List.copyOf(versions.releases);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String line) {
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    if (line.startsWith("server ")) {
      server = line.substring("server ".length());
    } else if (line.startsWith("with ")) {
      if (inBlock) {
        libraries.clear();
        inBlock = false;
      }
      libraries.add(line.substring("with ".length()));
    } else {
      inBlock = true;
      boolean supported = !line.startsWith("!");
      String version = supported ? line : line.substring(1);
      String jar = version.contains(":") ? version : server + ":" + version;
      releases.add(new Release(jar, List.copyOf(libraries), supported));
    }
  }
}
