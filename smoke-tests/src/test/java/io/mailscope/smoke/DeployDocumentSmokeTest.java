// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.smoke.container.BaseImages;
import io.mailscope.smoke.container.CollectorContainer;
import io.mailscope.smoke.container.MailContainer;
import io.mailscope.smoke.container.ServerSoftware;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.otlp.OtlpReceiver;
import io.mailscope.testing.server.GreenMailVersions;
import io.mailscope.testing.server.ServerJars;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** What {@code docs/deploy.md} tells users to do. */
@DisplayName("GreenMail, " + GreenMailVersions.NEWEST + ", container, Java " + BaseImages.USUAL)
@ExtendWith(ResultTable.class)
class DeployDocumentSmokeTest {

  private static final String PUBLIC_IMAGE = "FROM eclipse-temurin:17-jre\n";

  @Test
  void dockerfileMakesAServerThatIsSeen() {
    try (Contained contained = Contained.start();
        CollectorContainer collector = contained.collector();
        MailContainer server =
            contained.server(ServerSoftware.greenMail(GreenMailVersions.NEWEST), image())) {
      try (ScriptedClient pop3 = ScriptedClient.connect(server.pop3Port())) {
        pop3.expect("+OK");
        pop3.line("QUIT").expect("+OK");
      }
      OtlpReceiver telemetry = collector.receiver();
      telemetry.awaitSpan("pop3.command.quit");
      assertThat(telemetry.resource())
          .containsEntry("service.name", "greenmail")
          .containsEntry("service.version", GreenMailVersions.NEWEST);
      assertThat(telemetry.paths())
          .isNotEmpty()
          .allMatch(path -> path.startsWith("opentelemetry.proto.collector."));
    }
  }

  private static ImageFromDockerfile image() {
    Path server = ServerJars.jar("greenmail-standalone", GreenMailVersions.NEWEST);
    return new ImageFromDockerfile()
        .withFileFromString("Dockerfile", dockerfile())
        .withFileFromPath(server.getFileName().toString(), server)
        .withFileFromPath("mailscope-javaagent.jar", Shipped.agent());
  }

  /** As it stands there, on the image that there is. */
  private static String dockerfile() {
    return DeployDocument.snippet("dockerfile", PUBLIC_IMAGE)
        .replace(PUBLIC_IMAGE, "FROM " + BaseImages.of(BaseImages.USUAL) + "\n");
  }
}
