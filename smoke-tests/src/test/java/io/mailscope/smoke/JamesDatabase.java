// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import io.mailscope.testing.server.JamesParts;
import java.nio.file.Path;

/** A James that keeps its users in a database. */
final class JamesDatabase {

  /** A user for whom the database fails. */
  static final String BROKEN = "broken@example.test";

  private static final String PACKAGE = "io.mailscope.servers.james.jdbc";

  private JamesDatabase() {}

  /** On the class path, in place of James' own repository of users. */
  static JamesParts ofUsers() {
    return JamesParts.none().jar(part()).jar(h2()).mainClass(PACKAGE + ".JdbcJames");
  }

  /**
   * Behind a hook in James' directory of extensions, with its driver, for recipients and logins.
   *
   * @param url what the hook asks for each recipient
   */
  static JamesParts inHook(String url) {
    String hook =
        "<handler class=\"%s.LookupHook\"><url>%s</url></handler>".formatted(PACKAGE, url);
    return JamesParts.none()
        .extension(part())
        .extension(h2())
        .configuration(
            "smtpserver.xml", text -> text.replace("<handlerchain>", "<handlerchain>" + hook));
  }

  private static Path part() {
    return Path.of(System.getProperty("mailscope.james.jdbc"));
  }

  private static Path h2() {
    return Path.of(System.getProperty("mailscope.h2"));
  }
}
