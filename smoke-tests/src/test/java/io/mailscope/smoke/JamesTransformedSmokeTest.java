// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.Await;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesProcess;
import io.mailscope.testing.server.JamesVersions;
import io.mailscope.testing.server.Launch;
import io.mailscope.testing.server.LoadedClasses;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Of all classes of a James, those that are named are changed, and those on which a session hangs,
 * and no other. What was found stands in {@code target/transformed}.
 */
class JamesTransformedSmokeTest {

  private static final String JAMES = "org.apache.james";
  private static final String POP3 = JAMES + ".protocols.pop3.POP3SessionImpl";

  /** Said by the agent of each class that it changes; the loader of the JDK's own is null. */
  private static final Pattern TRANSFORMED = Pattern.compile("Transformed (\\S+) -- (\\S+)$");

  private static final Launch MAIL_PROFILE =
      Launch.withAgent(Shipped.agent())
          .property("otel.traces.exporter", "none")
          .property("otel.metrics.exporter", "none")
          .property("otel.instrumentation.common.default-enabled", false)
          .property("otel.instrumentation.mail.enabled", true)
          .property("otel.javaagent.debug", true);

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"3.0.0", "3.2.0"})
  void onlyClassesThatAreNamed(String version) throws Exception {
    try (JamesProcess james = JamesProcess.start(version, MAIL_PROFILE)) {
      talk(james);
      assertExpected(version, james);
    }
  }

  @Test
  void switchedOffModulesChangeNoClass() throws Exception {
    Set<String> named;
    Map<String, Map<String, String>> advised;
    try (JamesProcess james = start(MAIL_PROFILE)) {
      talk(james);
      advised = classes(james);
      named = assertExpected(JamesVersions.NEWEST, james);
    }
    Map<String, Map<String, String>> untouched;
    try (JamesProcess james = start(Launch.plain())) {
      talk(james);
      untouched = classes(james);
    }
    // Of some that are named no method is met: interfaces, and classes that inherit all.
    assertThat(changed(untouched, advised))
        .isSubsetOf(named)
        .contains(JAMES + ".protocols.api.handler.CommandDispatcher");

    try (JamesProcess james =
        start(MAIL_PROFILE.property("otel.instrumentation.mail.enabled", false))) {
      talk(james);
      assertThat(changed(untouched, classes(james))).isEmpty();
      assertThat(transformed(james)).isEmpty();
    }
  }

  @Test
  void oneProtocolCanBeLeftOut() throws Exception {
    try (JamesProcess james =
        JamesProcess.start(
            MAIL_PROFILE
                .property("otel.instrumentation.mail-smtp.enabled", false)
                .property("otel.instrumentation.mail-auth.enabled", false))) {
      talk(james);
      james.process().awaitOutput(line -> line.contains("Transformed " + POP3));
      assertThat(transformed(james))
          .contains(POP3)
          .doesNotContain(JAMES + ".protocols.netty.LineHandlerUpstreamHandler");
    }
  }

  /** With users behind a proxy of the JDK's, which is none of the classes that are named. */
  private static JamesProcess start(Launch launch) {
    return JamesProcess.start(JamesVersions.NEWEST, JamesDatabase.ofUsers(), launch);
  }

  private Map<String, Map<String, String>> classes(JamesProcess james) throws IOException {
    return LoadedClasses.members(james.process(), JAMES, directory);
  }

  /** The classes of both runs that differ: which of the others are loaded is a matter of time. */
  private static Set<String> changed(
      Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.retainAll(after.keySet());
    names.removeIf(name -> before.get(name).equals(after.get(name)));
    return names;
  }

  /** Uses all protocols, so that their classes are loaded. */
  private static void talk(JamesProcess james) throws Exception {
    Mail.send(
        james.ports().submission(),
        JamesProcess.USER,
        JamesProcess.PASSWORD,
        JamesProcess.USER,
        JamesProcess.USER);
    Mail.awaitDelivery(james.pop3Port(), JamesProcess.USER, JamesProcess.PASSWORD);
    Mail.retrieve(james.pop3Port(), JamesProcess.USER, JamesProcess.PASSWORD);
    Mail.fetch(james.imapPort(), JamesProcess.USER, JamesProcess.PASSWORD);
    try (ScriptedClient imap = ScriptedClient.connect(james.imapPort())) {
      imap.expect("* OK");
      imap.line("a AUTHENTICATE PLAIN").expect("+"); // all that it takes to load its classes
    }
  }

  private static Set<String> transformed(JamesProcess james) {
    return james.output().stream()
        .map(TRANSFORMED::matcher)
        .filter(Matcher::find)
        .filter(line -> !line.group(2).equals("null"))
        .map(line -> line.group(1))
        .filter(name -> !name.endsWith("ClassLoader")) // the agent's own affair
        .collect(toCollection(TreeSet::new));
  }

  /** Answers what was found; the process may say it some time after it did it. */
  private static Set<String> assertExpected(String version, JamesProcess james) throws IOException {
    String name = "transformed/james-" + version + ".txt";
    List<String> expected = expected(name);
    Path file = Path.of("target", name);
    Files.createDirectories(file.getParent());
    try {
      Await.until(
          () -> transformed(james).containsAll(expected),
          () -> {
            Set<String> missing = new TreeSet<>(expected);
            missing.removeAll(transformed(james));
            return "the change of " + missing;
          });
    } finally {
      Files.write(file, transformed(james));
    }
    Set<String> found = transformed(james);
    assertThat(found).as(file.toString()).containsExactlyElementsOf(expected);
    return found;
  }

  private static List<String> expected(String name) throws IOException {
    ClassLoader resources = JamesTransformedSmokeTest.class.getClassLoader();
    try (InputStream expected = resources.getResourceAsStream(name)) {
      return new String(expected.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
