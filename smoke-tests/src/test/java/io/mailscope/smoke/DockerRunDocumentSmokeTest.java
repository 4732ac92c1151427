// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.smoke.container.BaseImages;
import io.mailscope.smoke.container.CollectorContainer;
import io.mailscope.smoke.container.MailContainer;
import io.mailscope.smoke.container.ServerSoftware;
import io.mailscope.smoke.container.SubEthaSoftware;
import io.mailscope.testing.Await;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.Greetings;
import io.mailscope.testing.server.SubEthaVersions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The {@code docker run} of {@code docs/deploy.md}, with an image that can be had without a
 * registry, in the collector's network, and with a port for the test to come in by.
 */
@DisplayName("SubEtha, " + SubEthaVersions.NEWEST + ", container, Java " + BaseImages.USUAL)
@ExtendWith(ResultTable.class)
class DockerRunDocumentSmokeTest {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir Path directory;

  private final String name = "mailscope-" + UUID.randomUUID();

  @Test
  void lineMakesAServerThatIsSeen() throws Exception {
    ServerSoftware software = SubEthaSoftware.of(SubEthaVersions.NEWEST);
    int inside = software.ports().get(ServerSoftware.SMTP);
    try (Contained contained = Contained.start();
        CollectorContainer collector = contained.collector()) {
      Files.copy(Shipped.agent(), directory.resolve("mailscope-javaagent.jar"));
      String image = MailContainer.image(software, BaseImages.USUAL).get();
      Command.run(directory, "sh", "-c", line(contained.networkId(), inside, image));
      try {
        String address = docker("port", name, inside + "/tcp");
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        Await.until(PATIENCE, () -> Greetings.on(port), () -> docker("logs", name));
        try (ScriptedClient smtp = ScriptedClient.connect(port)) {
          smtp.expect("220");
          smtp.line("QUIT").readToEnd(); // the span has ended by then
        }
        docker("stop", "-t", "60", name);
        collector.receiver().awaitSpan("smtp.command.quit");
        assertThat(collector.receiver().resource())
            .containsEntry("telemetry.distro.name", "mailscope");
      } finally {
        docker("rm", "--force", name);
      }
    }
  }

  private String line(String network, int inside, String image) {
    String line = DeployDocument.snippet("shell", "docker run ");
    line =
        DeployDocument.replaced(
            line,
            "docker run ",
            "docker run --detach --name %s --network %s --publish 127.0.0.1::%d "
                .formatted(name, network, inside));
    return DeployDocument.replaced(line, "apache/james:memory-latest", image);
  }

  private String docker(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "docker";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return Command.run(directory, command);
  }
}
