// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke.container;

import io.mailscope.testing.server.GreenMailProcess;
import io.mailscope.testing.server.ServerJars;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A mail server as it is put into an image: nothing of the agent is in it.
 *
 * @param product as the agent names it
 * @param files what is copied, by its path in the image
 * @param command how it is started
 * @param ports where it listens, by what is spoken there
 */
public record ServerSoftware(
    String product,
    String version,
    Map<String, Path> files,
    List<String> command,
    Map<String, Integer> ports) {

  static final List<String> SPARING = List.of(System.getProperty("mailscope.it.jvm").split(" "));

  /** Where users log in to send mail, on servers that keep it apart from {@link #SMTP}. */
  public static final String SUBMISSION = "submission";

  public static final String SMTP = "smtp";
  public static final String POP3 = "pop3";
  public static final String IMAP = "imap";

  /** Where a server is administered; it has no greeting. */
  public static final String WEB_ADMIN = "webadmin";

  /** The same on a JVM that compiles and collects as sparingly as those of all other tests. */
  public ServerSoftware sparing() {
    List<String> longer = new ArrayList<>(command);
    longer.addAll(1, SPARING);
    return new ServerSoftware(product, version, files, longer, ports);
  }

  /** GreenMail's standalone jar on its usual ports, with {@link GreenMailProcess#USER}. */
  public static ServerSoftware greenMail(String version) {
    // Its name is all that tells the version of some.
    String jar = "/opt/mail/greenmail-standalone-" + version + ".jar";
    return new ServerSoftware(
        "greenmail",
        version,
        Map.of(jar, ServerJars.jar("greenmail-standalone", version)),
        List.of(
            "java",
            "-Dgreenmail.setup.test.smtp",
            "-Dgreenmail.setup.test.pop3",
            "-Dgreenmail.setup.test.imap",
            "-Dgreenmail.hostname=0.0.0.0",
            "-Dgreenmail.startup.timeout=60000",
            "-Dgreenmail.users="
                + GreenMailProcess.USER
                + ":"
                + GreenMailProcess.PASSWORD
                + "@example.test",
            "-jar",
            jar),
        Map.of(SMTP, 3025, POP3, 3110, IMAP, 3143));
  }
}
