// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke.container;

import io.mailscope.testing.otlp.OtlpGrpcEndpoint;
import io.mailscope.testing.otlp.OtlpReceiver;
import io.mailscope.testing.otlp.OtlpRelay;
import io.mailscope.testing.otlp.RelayedOtlpReceiver;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** A collector named {@code collector} on a network, which takes OTLP on both of its ports. */
public final class CollectorContainer implements AutoCloseable {

  /** Its name on the network. */
  public static final String NAME = "collector";

  /** Where it tells what it was sent. */
  public static final int HAND_OUT_PORT = OtlpRelay.HAND_OUT_PORT;

  /** For agents that speak HTTP. */
  public static final String HTTP = "http://" + NAME + ":" + OtlpRelay.HTTP_PORT;

  /** For agents that are to find out that this port means gRPC. */
  public static final String GRPC = "http://" + NAME + ":" + OtlpGrpcEndpoint.PORT;

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration LONGER_THAN_IT_WAITS = Duration.ofSeconds(10);

  /** What the relay is made of, as the test's class path has it. */
  private static final List<String> JARS =
      List.of(
          "mailscope-testing",
          "grpc-",
          "okio",
          "guava",
          "failureaccess",
          "perfmark-api",
          "kotlin-stdlib");

  private final GenericContainer<?> container;
  private final RelayedOtlpReceiver receiver;

  private CollectorContainer(GenericContainer<?> container, RelayedOtlpReceiver receiver) {
    this.container = container;
    this.receiver = receiver;
  }

  /** Starts a collector and waits until it listens. */
  public static CollectorContainer start(Network network) {
    GenericContainer<?> container =
        new GenericContainer<>(Image.IMAGE)
            .withNetwork(network)
            .withNetworkAliases(NAME)
            .withCreateContainerCmdModifier(LoopbackPorts.of(OtlpRelay.HAND_OUT_PORT))
            .waitingFor(
                // A server that was waiting for it may have been faster.
                Wait.forHttp("/0")
                    .forPort(OtlpRelay.HAND_OUT_PORT)
                    .withReadTimeout(LONGER_THAN_IT_WAITS)
                    .forStatusCodeMatching(status -> status == 204 || status == 200)
                    .withStartupTimeout(PATIENCE));
    container.start();
    return new CollectorContainer(
        container, receiver(container.getMappedPort(OtlpRelay.HAND_OUT_PORT)));
  }

  /** What a collector was sent that another starts from {@link #image}, once it listens. */
  public static RelayedOtlpReceiver receiver(int handOutPort) {
    URI handOut = URI.create("http://127.0.0.1:" + handOutPort);
    return RelayedOtlpReceiver.start(handOut, HTTP);
  }

  /** Whether it does. */
  public static boolean listens(int handOutPort) {
    try {
      URL url = URI.create("http://127.0.0.1:" + handOutPort + "/0").toURL();
      int status = ((HttpURLConnection) url.openConnection()).getResponseCode();
      return status == HttpURLConnection.HTTP_OK || status == HttpURLConnection.HTTP_NO_CONTENT;
    } catch (IOException e) {
      return false;
    }
  }

  /** The name of its image. */
  public static String image() {
    return Image.IMAGE.get();
  }

  /** What it was sent. */
  public OtlpReceiver receiver() {
    return receiver;
  }

  @Override
  public void close() {
    receiver.close();
    container.stop();
  }

  /** Built once for all tests of a JVM. */
  private static final class Image {

    static final ImageFromDockerfile IMAGE = build();

    private static String[] command() {
      List<String> command = new ArrayList<>(List.of("java"));
      command.addAll(ServerSoftware.SPARING);
      command.addAll(List.of("-cp", "/opt/relay/*", OtlpRelay.class.getName()));
      return command.toArray(String[]::new);
    }

    private static ImageFromDockerfile build() {
      ImageFromDockerfile image = new ImageFromDockerfile();
      Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(Path::of)
          .filter(jar -> JARS.stream().anyMatch(jar.getFileName().toString()::startsWith))
          .forEach(jar -> image.withFileFromPath("lib/" + jar.getFileName(), jar));
      return image.withDockerfileFromBuilder(
          dockerfile ->
              dockerfile
                  .from(BaseImages.of(BaseImages.USUAL))
                  .copy("lib/", "/opt/relay/")
                  .cmd(command())
                  .build());
    }
  }
}
