// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke.container;

import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;

/**
 * Whether there is a Docker engine, decided once. The environment variable {@code SMOKE_DOCKER}
 * says what it means if there is none: {@code required} fails the tests that need one, {@code off}
 * skips them whether there is one or not, and without it they are skipped.
 */
public final class Docker {

  private static final String MODE =
      System.getenv().getOrDefault("SMOKE_DOCKER", "").toLowerCase(Locale.ROOT);

  private Docker() {}

  /** Ends the test as skipped where there is no engine and need not be one. */
  public static void assumed() {
    Assumptions.assumeTrue(Engine.PRESENT, "no Docker engine");
  }

  /** The tests that need one ask for it one after the other. */
  private static final class Engine {

    static final boolean PRESENT = find();

    private static boolean find() {
      if (MODE.equals("off")) {
        System.out.println("SMOKE_DOCKER=off: the container tests are skipped");
        return false;
      }
      if (DockerClientFactory.instance().isDockerAvailable()) {
        return true;
      }
      if (MODE.equals("required")) {
        throw new IllegalStateException("SMOKE_DOCKER=required, and no Docker engine answers");
      }
      System.out.println("No Docker engine answers: the container tests are skipped");
      return false;
    }
  }
}
