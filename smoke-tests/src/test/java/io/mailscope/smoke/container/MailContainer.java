// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke.container;

import com.github.dockerjava.api.command.CreateContainerCmd;
import io.mailscope.testing.Await;
import io.mailscope.testing.server.Greetings;
import io.mailscope.testing.server.MailServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** A mail server in a container, with the agent attached by its environment alone. */
public final class MailContainer implements MailServer {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String AGENT = "/opt/mailscope/mailscope-javaagent.jar";
  private static final int STOP_SECONDS = 60;

  private final ServerSoftware software;
  private final GenericContainer<?> container;

  private MailContainer(ServerSoftware software, GenericContainer<?> container) {
    this.software = software;
    this.container = container;
  }

  /** What attaches the agent that {@link #image} has put into an image. */
  public static Map<String, String> attached() {
    return Map.of("JAVA_TOOL_OPTIONS", "-javaagent:" + AGENT);
  }

  /**
   * Starts a server from an image that has the agent in it, and waits until it greets on all ports.
   *
   * @param environment the agent's settings
   * @param more what else is special about the container
   */
  public static MailContainer start(
      ServerSoftware software,
      Future<String> image,
      Network network,
      Map<String, String> environment,
      Consumer<CreateContainerCmd> more) {
    GenericContainer<?> container =
        new GenericContainer<>(image)
            .withNetwork(network)
            .withEnv(environment)
            .withCreateContainerCmdModifier(LoopbackPorts.of(inside(software)).andThen(more));
    MailContainer server = new MailContainer(software, container);
    container.waitingFor(server.new Greeted());
    try {
      container.start();
    } catch (RuntimeException | AssertionError e) {
      server.close();
      throw e;
    }
    return server;
  }

  /** The server, and the agent beside it. */
  public static ImageFromDockerfile image(ServerSoftware software, int javaRelease, Path agent) {
    Map<String, Path> files = new LinkedHashMap<>(software.files());
    files.put(AGENT, agent);
    return image(software, javaRelease, files);
  }

  /** The server alone. */
  public static ImageFromDockerfile image(ServerSoftware software, int javaRelease) {
    return image(software, javaRelease, software.files());
  }

  private static ImageFromDockerfile image(
      ServerSoftware software, int javaRelease, Map<String, Path> files) {
    ImageFromDockerfile image = new ImageFromDockerfile();
    files.forEach((inside, outside) -> image.withFileFromPath("content" + inside, outside));
    return image.withDockerfileFromBuilder(
        dockerfile ->
            dockerfile
                .from(BaseImages.of(javaRelease))
                .copy("content/", "/")
                .cmd(software.command().toArray(String[]::new))
                .build());
  }

  private static int[] inside(ServerSoftware software) {
    return software.ports().values().stream().mapToInt(Integer::intValue).toArray();
  }

  private int[] greeting() {
    return software.ports().keySet().stream()
        .filter(spoken -> !spoken.equals(ServerSoftware.WEB_ADMIN))
        .mapToInt(this::port)
        .toArray();
  }

  /**
   * A port outside.
   *
   * @param spoken one that the software says it has
   */
  public int port(String spoken) {
    Integer inside = software.ports().get(spoken);
    if (inside == null) {
      throw new UnsupportedOperationException(product() + " has no port for " + spoken);
    }
    return container.getMappedPort(inside);
  }

  @Override
  public String product() {
    return software.product();
  }

  @Override
  public String version() {
    return software.version();
  }

  @Override
  public int smtpPort() {
    return port(ServerSoftware.SMTP);
  }

  @Override
  public int submissionPort() {
    return software.ports().containsKey(ServerSoftware.SUBMISSION)
        ? port(ServerSoftware.SUBMISSION)
        : smtpPort();
  }

  @Override
  public int pop3Port() {
    return port(ServerSoftware.POP3);
  }

  @Override
  public int imapPort() {
    return port(ServerSoftware.IMAP);
  }

  @Override
  public List<String> output() {
    return container.getLogs().lines().toList();
  }

  /** The id that the engine gave the container. */
  public String id() {
    return container.getContainerId();
  }

  public boolean isAlive() {
    return container.isRunning();
  }

  /** SIGTERM, as the engine sends it; the container stays to be looked at. */
  @Override
  public void stop() {
    container.getDockerClient().stopContainerCmd(id()).withTimeout(STOP_SECONDS).exec();
  }

  @Override
  public void close() {
    container.stop();
  }

  private final class Greeted extends AbstractWaitStrategy {
    @Override
    protected void waitUntilReady() {
      Await.until(
          PATIENCE,
          () -> !isAlive() || Greetings.on(greeting()),
          () -> String.join("\n", output()));
      if (!isAlive()) {
        throw new IllegalStateException("The container ended:\n" + String.join("\n", output()));
      }
    }
  }
}
