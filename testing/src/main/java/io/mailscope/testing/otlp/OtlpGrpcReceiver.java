// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.otlp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;

/** OTLP over gRPC, on the port that OTLP has for it. */
public final class OtlpGrpcReceiver extends OtlpReceiver {

  private static final int LOOPBACK_ADDRESSES = 50;

  private final OtlpGrpcEndpoint grpc;
  private final String endpoint;

  private OtlpGrpcReceiver(InetSocketAddress address) throws IOException {
    endpoint = "http://" + address.getHostString() + ":" + address.getPort();
    grpc = OtlpGrpcEndpoint.start(address, this::accept);
  }

  /** Starts a receiver on the first loopback address whose port is free. */
  public static OtlpGrpcReceiver start() {
    try {
      for (int last = 1; last <= LOOPBACK_ADDRESSES; last++) {
        try {
          return new OtlpGrpcReceiver(
              new InetSocketAddress("127.0.0." + last, OtlpGrpcEndpoint.PORT));
        } catch (IOException e) {
          if (!(e instanceof BindException) && !(e.getCause() instanceof BindException)) {
            throw e;
          }
        }
      }
      throw new IOException("Port " + OtlpGrpcEndpoint.PORT + " is in use");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    grpc.close();
  }
}
