// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.resource;

import static java.util.Arrays.asList;

import java.util.List;

/** A mail server that can be a program of its own, recognised by the package of its main class. */
enum ServerKind {
  GREENMAIL("greenmail", "com.icegreen.greenmail.", "com.icegreen/greenmail"),
  JAMES("james", "org.apache.james.", "org.apache.james/james-server-core"),
  SUBETHASMTP(
      "subethasmtp",
      "org.subethamail.",
      "org.subethamail/subethasmtp",
      "com.github.davidmoten/subethasmtp");

  private final String serviceName;
  private final String packagePrefix;
  private final List<String> mavenNames;

  ServerKind(String serviceName, String packagePrefix, String... mavenNames) {
    this.serviceName = serviceName;
    this.packagePrefix = packagePrefix;
    this.mavenNames = asList(mavenNames);
  }

  /** Null where the class is of no mail server that we know. */
  static ServerKind ofMainClass(String mainClass) {
    for (ServerKind kind : values()) {
      if (mainClass != null && mainClass.startsWith(kind.packagePrefix)) {
        return kind;
      }
    }
    return null;
  }

  /** The default of {@code service.name}. */
  String serviceName() {
    return serviceName;
  }

  /** Where a jar that bundles the server still says which version: group and artifact. */
  List<String> mavenNames() {
    return mavenNames;
  }
}
