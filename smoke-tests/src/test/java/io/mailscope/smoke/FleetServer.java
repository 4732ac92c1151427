// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import com.github.dockerjava.api.command.CreateContainerCmd;
import io.mailscope.smoke.container.JamesSoftware;
import io.mailscope.smoke.container.ServerSoftware;
import io.mailscope.smoke.container.SubEthaSoftware;
import io.mailscope.testing.server.GreenMailVersions;
import io.mailscope.testing.server.JamesVersions;
import io.mailscope.testing.server.SubEthaVersions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** One of each product, with the Java release that it runs on among others. */
enum FleetServer {
  GREENMAIL(
      "GreenMail", GreenMailVersions.NEWEST, 17, directory -> greenMail(), 256 << 20, Map.of()),
  SUBETHA("SubEtha", SubEthaVersions.NEWEST, 11, directory -> subEtha(), 0, Map.of()),
  /** It writes to its working directory before all else, with or without the agent. */
  JAMES(
      "James",
      JamesVersions.NEWEST,
      17,
      directory -> james(directory),
      0,
      Map.of("/opt/mail/sieve", "", "/opt/mail/var", ""));

  private final Deployment deployment;
  private final Function<Path, ServerSoftware> software;
  private final long memory;
  private final Map<String, String> own;

  FleetServer(
      String product,
      String version,
      int javaRelease,
      Function<Path, ServerSoftware> software,
      long memory,
      Map<String, String> own) {
    this.deployment = Deployment.container(product, version, javaRelease);
    this.software = software;
    this.memory = memory;
    this.own = own;
  }

  private static ServerSoftware greenMail() {
    return ServerSoftware.greenMail(GreenMailVersions.NEWEST);
  }

  private static ServerSoftware subEtha() {
    return SubEthaSoftware.of(SubEthaVersions.NEWEST);
  }

  private static ServerSoftware james(Path directory) {
    return JamesSoftware.of(JamesVersions.NEWEST, directory);
  }

  /** By what it calls itself, or is called where it is an application that has no name. */
  String service() {
    return name().toLowerCase(Locale.ROOT);
  }

  Deployment deployment() {
    return deployment;
  }

  /** A row of the {@link ResultTable}. */
  @Override
  public String toString() {
    return deployment.toString();
  }

  /**
   * What runs in it.
   *
   * @param directory where files for it may be kept
   */
  ServerSoftware software(Path directory) {
    return software.apply(directory);
  }

  /**
   * An ordinary user, nothing of the image writable but what the server itself can't do without,
   * and no more memory than it should need.
   *
   * @param temporary whether there is a directory for temporary files
   */
  void restrict(CreateContainerCmd command, boolean temporary) {
    Map<String, String> writable = new HashMap<>(own);
    if (temporary) {
      writable.put("/tmp", "");
    }
    command.withUser("8:8").getHostConfig().withReadonlyRootfs(true).withTmpFs(writable);
    if (memory > 0) {
      command.getHostConfig().withMemory(memory).withMemorySwap(memory);
    }
  }
}
