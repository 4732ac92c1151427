// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.otlp.OtlpHttpReceiver;
import io.mailscope.testing.server.JamesParts;
import io.mailscope.testing.server.JamesProcess;
import io.mailscope.testing.server.JamesVersions;
import io.mailscope.testing.server.RenamedMethod;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** James as it might be one day: with a method of another name. */
class JamesUnknownVersionSmokeTest {

  private static final String PROTOCOLS = "org.apache.james.protocols";
  private static final String JAMES = "mailscope: James " + JamesVersions.NEWEST + ": ";

  @TempDir Path directory;

  @Test
  void modulesThatDoNotFitAreLeftOutWithOneLineEach() throws Exception {
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
        JamesProcess james = start("isEndSession", telemetry)) {
      for (String module : List.of("mail-smtp-james", "mail-pop3-james")) {
        String line = james.process().awaitOutput(text -> text.contains(module + " not applied"));
        assertThat(line)
            .contains(" INFO ")
            .contains(JAMES + module + " not applied: missing ")
            .contains(PROTOCOLS + ".api.Response#isEndSession");
        telemetry.awaitMetrics(() -> telemetry.standing("mail.agent.hooks", missing(module)) > 0);
        assertThat(ofSelfCheck(james, module)).containsExactly(line);
      }
      talk(james);
      telemetry.awaitExport();
      assertThat(telemetry.spans("smtp.command.noop")).isEmpty();
      assertThat(telemetry.spans("pop3.command.noop")).isEmpty();
    }
  }

  @Test
  void hookThatMeetsNothingIsAWarning() throws Exception {
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
        JamesProcess james = start("getStream", telemetry)) {
      String line = james.process().awaitOutput(text -> text.contains("matched nothing"));
      assertThat(line)
          .contains(" WARN ")
          .endsWith(JAMES + "mail-pop3-james: hook POP3StreamResponse#Stream matched nothing");
      telemetry.awaitMetrics(
          () -> telemetry.standing("mail.agent.hooks", missing("mail-pop3-james")) == 1);
      talk(james);
      telemetry.awaitSpan("smtp.command.noop");
      telemetry.awaitSpan("pop3.command.noop");
      assertThat(ofSelfCheck(james, "")).containsExactly(line);
    }
  }

  private JamesProcess start(String method, OtlpHttpReceiver telemetry) {
    return JamesProcess.start(
        JamesVersions.NEWEST,
        JamesParts.none().classPath(paths -> renamed(paths, method)),
        Shipped.launch(telemetry));
  }

  /** All that declares or calls these methods is in few jars. */
  private String renamed(String classPath, String method) {
    List<String> paths = new ArrayList<>();
    try {
      for (String path : classPath.split(File.pathSeparator)) {
        Path jar = Path.of(path);
        String name = jar.getFileName().toString();
        if (name.startsWith("protocols-") || name.startsWith("james-server-protocols-library")) {
          Path copy = Files.createDirectories(directory.resolve(method)).resolve(name);
          RenamedMethod.copy(jar, copy, PROTOCOLS, method);
          paths.add(copy.toString());
        } else {
          paths.add(path);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return String.join(File.pathSeparator, paths);
  }

  private static void talk(JamesProcess james) {
    try (ScriptedClient smtp = ScriptedClient.connect(james.smtpPort());
        ScriptedClient pop3 = ScriptedClient.connect(james.pop3Port())) {
      smtp.expect("220");
      smtp.line("NOOP").expect("250");
      pop3.expect("+OK");
      pop3.line("USER " + JamesProcess.USER).expect("+OK");
      pop3.line("PASS " + JamesProcess.PASSWORD).expect("+OK");
      pop3.line("NOOP").expect("+OK");
    }
  }

  private static List<String> ofSelfCheck(JamesProcess james, String module) {
    return james.process().output(line -> line.contains(JAMES + module));
  }

  private static Map<String, String> missing(String module) {
    return Map.of("module", module, "state", "missing");
  }
}
