// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.otlp.OtlpHttpReceiver;
import io.mailscope.testing.server.Launch;
import io.mailscope.testing.server.SubEthaProcess;
import io.mailscope.testing.server.SubEthaVersions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The unit of {@code docs/deploy.md} without a systemd that runs: it is checked by systemd's own
 * program where there is one, and its environment given to a server.
 */
@DisplayName("SubEtha, " + SubEthaVersions.NEWEST + ", process")
@ExtendWith(ResultTable.class)
class SystemdDocumentSmokeTest {

  private static final String VARIABLE = "Environment=";
  private static final Path VERIFIER = Path.of("/usr/bin/systemd-analyze");

  @TempDir Path directory;

  private final String unit = DeployDocument.snippet("ini", "[Service]");

  @Test
  void environmentOfTheUnitMakesAServerThatIsSeen() {
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start()) {
      String here =
          DeployDocument.replaced(
              DeployDocument.replaced(
                  unit,
                  "/opt/mailscope/mailscope-javaagent.jar",
                  Shipped.agent().toAbsolutePath().toString()),
              "http://127.0.0.1:4318",
              telemetry.endpoint());
      Launch launch = Launch.plain();
      for (String line : here.lines().filter(one -> one.startsWith(VARIABLE)).toList()) {
        String[] variable = line.substring(VARIABLE.length()).split("=", 2);
        launch = launch.environment(variable[0], variable[1]);
      }
      try (SubEthaProcess server = SubEthaProcess.start(SubEthaVersions.NEWEST, launch)) {
        try (ScriptedClient smtp = ScriptedClient.connect(server.smtpPort())) {
          smtp.expect("220");
          smtp.line("QUIT").readToEnd(); // the span has ended by then
        }
        server.stop();
      }
      assertThat(telemetry.spans("smtp.command.quit")).hasSize(1);
    }
  }

  @Test
  void unitIsTakenBySystemd() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(VERIFIER), "no systemd");
    Files.writeString(
        directory.resolve("mail.service"), unit + "ExecStart=/bin/true\nPrivateTmp=yes\n");
    String said =
        Command.run(
            directory, List.of("/bin/sh", "-c", VERIFIER + " verify --man=no ./mail.service 2>&1"));
    assertThat(said).doesNotContain("mail.service");
  }
}
