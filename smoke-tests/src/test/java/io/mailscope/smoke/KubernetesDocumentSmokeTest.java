// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import io.mailscope.smoke.container.BaseImages;
import io.mailscope.smoke.container.CollectorContainer;
import io.mailscope.smoke.container.Docker;
import io.mailscope.smoke.container.MailContainer;
import io.mailscope.smoke.container.ServerSoftware;
import io.mailscope.smoke.container.SubEthaSoftware;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.SubEthaVersions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.yaml.snakeyaml.Yaml;

/**
 * The pod of {@code docs/deploy.md} without a cluster: its init container and its container one
 * after the other, with their commands, variables and volumes as the document has them.
 */
@DisplayName("SubEtha, " + SubEthaVersions.NEWEST + ", container, Java " + BaseImages.USUAL)
@ExtendWith(ResultTable.class)
class KubernetesDocumentSmokeTest {

  private final String pod = "mailscope-" + UUID.randomUUID();

  @Test
  void podMakesAServerThatIsSeen() {
    Docker.assumed();
    Map<String, Object> spec = map(parse().get("spec"));
    Map<String, Object> init = only(spec.get("initContainers"));
    Map<String, Object> main = only(spec.get("containers"));
    ServerSoftware software = SubEthaSoftware.of(SubEthaVersions.NEWEST);
    try (Contained contained = Contained.start();
        CollectorContainer collector = contained.collector()) {
      copy(init);
      try (MailContainer server =
          contained.server(
              software,
              MailContainer.image(software, BaseImages.USUAL),
              environment(main),
              binds(main))) {
        try (ScriptedClient smtp = ScriptedClient.connect(server.smtpPort())) {
          smtp.expect("220");
          smtp.line("QUIT").readToEnd(); // the span has ended by then
        }
        server.stop();
        collector.receiver().awaitSpan("smtp.command.quit");
        assertThat(collector.receiver().resource())
            .containsEntry("telemetry.distro.name", "mailscope");
      }
    } finally {
      for (Map<String, Object> volume : maps(spec.get("volumes"))) {
        remove(volume(volume));
      }
    }
  }

  private static void remove(String volume) {
    try {
      DockerClientFactory.lazyClient().removeVolumeCmd(volume).exec();
    } catch (NotFoundException e) {
      // What failed did so before there was a container that wanted it.
    }
  }

  /** What an init container does, with the image that carries only the jar. */
  private void copy(Map<String, Object> init) {
    String dockerfile = DeployDocument.snippet("dockerfile", "FROM busybox\n");
    String busybox = System.getenv().getOrDefault("SMOKE_BUSYBOX", "busybox");
    ImageFromDockerfile image =
        new ImageFromDockerfile()
            .withFileFromString(
                "Dockerfile", dockerfile.replace("FROM busybox\n", "FROM " + busybox + "\n"))
            .withFileFromPath("mailscope-javaagent.jar", Shipped.agent());
    try (GenericContainer<?> container = new GenericContainer<>(image)) {
      container
          .withCommand(list(init.get("command")))
          .withCreateContainerCmdModifier(command -> command.getHostConfig().withBinds(binds(init)))
          .withStartupCheckStrategy(new OneShotStartupCheckStrategy())
          .start();
    }
  }

  private static Map<String, Object> parse() {
    return map(new Yaml().load(DeployDocument.snippet("yaml", "spec:\n  initContainers:")));
  }

  private static Map<String, String> environment(Map<String, Object> container) {
    Map<String, String> environment = new HashMap<>();
    maps(container.get("env"))
        .forEach(one -> environment.put((String) one.get("name"), (String) one.get("value")));
    return environment;
  }

  private List<Bind> binds(Map<String, Object> container) {
    return maps(container.get("volumeMounts")).stream()
        .map(
            mount ->
                new Bind(
                    volume(mount),
                    new Volume((String) mount.get("mountPath")),
                    Boolean.TRUE.equals(mount.get("readOnly")) ? AccessMode.ro : AccessMode.rw))
        .toList();
  }

  /** An empty directory that lives as long as the pod is a volume that the engine makes. */
  private String volume(Map<String, Object> named) {
    return pod + "-" + named.get("name");
  }

  private static String[] list(Object value) {
    return ((List<?>) value).stream().map(String::valueOf).toArray(String[]::new);
  }

  private static Map<String, Object> only(Object value) {
    assertThat(maps(value)).hasSize(1);
    return maps(value).get(0);
  }

  private static List<Map<String, Object>> maps(Object value) {
    return ((List<?>) value).stream().map(KubernetesDocumentSmokeTest::map).toList();
  }

  private static Map<String, Object> map(Object value) {
    Map<String, Object> map = new HashMap<>();
    ((Map<?, ?>) value).forEach((key, part) -> map.put((String) key, part));
    return map;
  }
}
