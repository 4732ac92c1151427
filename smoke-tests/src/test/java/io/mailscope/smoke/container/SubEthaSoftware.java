// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke.container;

import io.mailscope.servers.subetha.SubEthaApplication;
import io.mailscope.testing.matrix.Release;
import io.mailscope.testing.matrix.SupportedVersions;
import io.mailscope.testing.server.SubEthaProcess;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An application that has SubEtha in it, as it is put into an image. */
public final class SubEthaSoftware {

  private static final String HOME = "/opt/mail/";
  private static final int PORT = 2525;

  private SubEthaSoftware() {}

  /** With one user, {@link SubEthaProcess#USER}. */
  public static ServerSoftware of(String version) {
    Map<String, Path> files = new LinkedHashMap<>();
    for (URL jar : release(version).urls()) {
      add(files, jar);
    }
    add(files, SubEthaApplication.class.getProtectionDomain().getCodeSource().getLocation());
    return new ServerSoftware(
        "subethasmtp",
        version,
        files,
        List.of(
            "java",
            "-cp",
            HOME + "*",
            SubEthaApplication.class.getName(),
            String.valueOf(PORT),
            SubEthaProcess.USER,
            SubEthaProcess.PASSWORD),
        Map.of(ServerSoftware.SMTP, PORT));
  }

  private static void add(Map<String, Path> files, URL jar) {
    try {
      Path file = Path.of(jar.toURI());
      files.put(HOME + file.getFileName(), file);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Release release(String version) {
    return SupportedVersions.of("subethasmtp").stream()
        .filter(release -> release.supported() && release.version().equals(version))
        .findFirst()
        .orElseThrow();
  }
}
