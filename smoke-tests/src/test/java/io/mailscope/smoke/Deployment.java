// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import io.mailscope.smoke.container.BaseImages;

/**
 * How a server is run; its text is a row of the {@link ResultTable}.
 *
 * @param product for people
 * @param contained in a container, else as a process on the JDK of the tests
 * @param javaRelease what the server runs on
 */
record Deployment(String product, String version, boolean contained, int javaRelease) {

  static Deployment process(String product, String version) {
    return new Deployment(product, version, false, Runtime.version().feature());
  }

  static Deployment container(String product, String version) {
    return container(product, version, BaseImages.USUAL);
  }

  static Deployment container(String product, String version, int javaRelease) {
    return new Deployment(product, version, true, javaRelease);
  }

  @Override
  public String toString() {
    return String.join(
        ", ", product, version, contained ? "container" : "process", "Java " + javaRelease);
  }
}
