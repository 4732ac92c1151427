// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.smoke.container.BaseImages;
import io.mailscope.smoke.container.CollectorContainer;
import io.mailscope.smoke.container.Docker;
import io.mailscope.smoke.container.MailContainer;
import io.mailscope.smoke.container.ServerSoftware;
import io.mailscope.smoke.container.SubEthaSoftware;
import io.mailscope.testing.Await;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.otlp.OtlpReceiver;
import io.mailscope.testing.server.Greetings;
import io.mailscope.testing.server.SubEthaVersions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Compose file of {@code docs/deploy.md}, with images that can be had without a registry, and
 * ports for the test to come in by.
 */
@DisplayName("SubEtha, " + SubEthaVersions.NEWEST + ", container, Java " + BaseImages.USUAL)
@ExtendWith(ResultTable.class)
class ComposeDocumentSmokeTest {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir Path directory;

  private final String project = "mailscope-" + UUID.randomUUID();

  @Test
  void composeFileMakesAServerThatIsSeen() throws Exception {
    Docker.assumed();
    ServerSoftware server = SubEthaSoftware.of(SubEthaVersions.NEWEST);
    write(server);
    try {
      compose("up", "--detach");
      int port = port("mail", server.ports().get(ServerSoftware.SMTP));
      Await.until(PATIENCE, () -> Greetings.on(port), () -> compose("logs"));
      int handOut = port("collector", CollectorContainer.HAND_OUT_PORT);
      Await.until(PATIENCE, () -> CollectorContainer.listens(handOut), () -> compose("logs"));
      try (OtlpReceiver telemetry = CollectorContainer.receiver(handOut)) {
        try (ScriptedClient smtp = ScriptedClient.connect(port)) {
          smtp.expect("220");
          smtp.line("QUIT").readToEnd(); // the span has ended by then
        }
        compose("stop", "mail");
        telemetry.awaitSpan("smtp.command.quit");
        assertThat(telemetry.resource()).containsEntry("telemetry.distro.name", "mailscope");
        assertThat(telemetry.paths())
            .allMatch(path -> path.startsWith("opentelemetry.proto.collector."));
      }
    } finally {
      compose("down", "--timeout", "60");
    }
  }

  private void write(ServerSoftware server) throws Exception {
    String file = DeployDocument.snippet("yaml", "services:");
    file =
        DeployDocument.replaced(
            file,
            "apache/james:memory-latest",
            MailContainer.image(server, BaseImages.USUAL).get());
    file =
        DeployDocument.replaced(file, "otel/opentelemetry-collector", CollectorContainer.image());
    Files.writeString(directory.resolve("compose.yaml"), file);
    Files.writeString(
        directory.resolve("test.yaml"),
        """
        services:
          mail:
            ports: ["127.0.0.1::%d"]
          collector:
            ports: ["127.0.0.1::%d"]
        """
            .formatted(server.ports().get(ServerSoftware.SMTP), CollectorContainer.HAND_OUT_PORT));
    Files.copy(Shipped.agent(), directory.resolve("mailscope-javaagent.jar"));
  }

  private int port(String service, int inside) {
    String address = compose("port", service, String.valueOf(inside));
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }

  private String compose(String... arguments) {
    List<String> command = new ArrayList<>(program());
    command.addAll(
        List.of("--project-name", project, "--file", "compose.yaml", "--file", "test.yaml"));
    command.addAll(List.of(arguments));
    return Command.run(directory, command);
  }

  /** As Docker's plugin, unless there is a program of its own. */
  private static List<String> program() {
    String program = System.getenv("SMOKE_COMPOSE");
    return program == null ? List.of("docker", "compose") : List.of(program);
  }
}
