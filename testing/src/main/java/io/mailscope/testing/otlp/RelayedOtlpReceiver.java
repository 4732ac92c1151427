// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.otlp;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What an {@link OtlpRelay} took, which may be in a network that the test is not in. */
public final class RelayedOtlpReceiver extends OtlpReceiver {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI relay;
  private final String endpoint;
  private final Thread reader = new Thread(this::read, "relayed telemetry");
  private volatile boolean closed;

  private RelayedOtlpReceiver(URI relay, String endpoint) {
    this.relay = relay;
    this.endpoint = endpoint;
  }

  /**
   * Takes all that a relay has taken and will take.
   *
   * @param relay where the relay hands out
   * @param endpoint by what name servers reach the relay
   */
  public static RelayedOtlpReceiver start(URI relay, String endpoint) {
    RelayedOtlpReceiver receiver = new RelayedOtlpReceiver(relay, endpoint);
    receiver.reader.setDaemon(true);
    receiver.reader.start();
    return receiver;
  }

  @Override
  public String endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    closed = true;
    reader.interrupt();
  }

  /** Ends with the relay, which a test may take away. */
  private void read() {
    try {
      for (int number = 0; !closed; ) {
        HttpResponse<byte[]> response =
            client.send(
                HttpRequest.newBuilder(relay.resolve("/" + number)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() == 200) {
          accept(
              response.headers().firstValue(OtlpRelay.PATH_HEADER).orElseThrow(), response.body());
          number++;
        }
      }
    } catch (IOException e) {
      closed = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
