// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.server.GreenMailProcess;
import io.mailscope.testing.server.GreenMailVersions;
import io.mailscope.testing.server.Launch;
import io.mailscope.testing.server.LoadedClasses;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules that are switched off leave GreenMail's classes as they are without any agent. */
class SwitchedOffSmokeTest {

  private static final String GREENMAIL = "com.icegreen.greenmail";

  /** The stock agent's own modules are off throughout: some of them advise GreenMail's threads. */
  private static final Launch MAIL_PROFILE =
      Launch.withAgent(Shipped.agent())
          .property("otel.traces.exporter", "none")
          .property("otel.metrics.exporter", "none")
          .property("otel.instrumentation.common.default-enabled", false)
          .property("otel.instrumentation.mail.enabled", true);

  @TempDir Path directory;

  @Test
  void switchedOffModulesChangeNoClass() throws Exception {
    Map<String, Map<String, String>> untouched = classes(Launch.plain());
    Map<String, Map<String, String>> advised = classes(MAIL_PROFILE);
    Map<String, Map<String, String>> allOff =
        classes(MAIL_PROFILE.property("otel.instrumentation.mail.enabled", false));
    Map<String, Map<String, String>> smtpOff =
        classes(
            MAIL_PROFILE
                .property("otel.instrumentation.mail-smtp.enabled", false)
                .property("otel.instrumentation.mail-auth.enabled", false));

    assertThat(changed(untouched, advised))
        .contains(GREENMAIL + ".smtp.SmtpConnection", GREENMAIL + ".imap.ImapResponse");
    assertThat(changed(untouched, allOff)).isEmpty();
    // The sessions of POP3 and IMAP hang on an interface that SMTP's handler implements too.
    assertThat(changed(code(untouched), code(smtpOff)))
        .contains(GREENMAIL + ".imap.ImapResponse")
        .noneMatch(name -> name.startsWith(GREENMAIL + ".smtp."));
  }

  private Map<String, Map<String, String>> classes(Launch launch) throws Exception {
    try (GreenMailProcess server = GreenMailProcess.start(GreenMailVersions.NEWEST, launch)) {
      server.awaitUser();
      Mail.send(
          server.smtpPort(),
          GreenMailProcess.USER,
          GreenMailProcess.PASSWORD,
          "hatter@example.test",
          "alice@example.test");
      Map<String, Map<String, String>> classes =
          LoadedClasses.members(server.process(), GREENMAIL, directory);
      assertThat(classes)
          .containsKeys(GREENMAIL + ".smtp.SmtpConnection", GREENMAIL + ".imap.ImapResponse");
      return classes;
    }
  }

  /** The classes of both runs that differ: which of the others are loaded is a matter of time. */
  private static Set<String> changed(
      Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.retainAll(after.keySet());
    names.removeIf(name -> before.get(name).equals(after.get(name)));
    return names;
  }

  /** The methods of the server's own, without what was added to the class. */
  private static Map<String, Map<String, String>> code(Map<String, Map<String, String>> classes) {
    Map<String, Map<String, String>> code = new TreeMap<>();
    classes.forEach(
        (name, members) -> {
          Map<String, String> methods = new TreeMap<>(members);
          methods
              .keySet()
              .removeIf(member -> !member.contains("(") || member.contains("telemetry"));
          code.put(name, methods);
        });
    return code;
  }
}
