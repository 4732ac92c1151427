// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.otlp;

import io.grpc.HandlerRegistry;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.okhttp.OkHttpServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;

/** OTLP over gRPC, on the port that OTLP has for it. */
public final class OtlpGrpcReceiver extends OtlpReceiver {

  /** The registered port, by which agents tell gRPC from HTTP. */
  public static final int PORT = 4317;

  private static final int LOOPBACK_ADDRESSES = 50;

  private final Server server;
  private final String endpoint;

  private OtlpGrpcReceiver(InetSocketAddress address) throws IOException {
    endpoint = "http://" + address.getHostString() + ":" + PORT;
    server =
        OkHttpServerBuilder.forPort(address, InsecureServerCredentials.create())
            .fallbackHandlerRegistry(new AllMethods())
            .build()
            .start();
  }

  /** Starts a receiver on the first loopback address whose port is free. */
  public static OtlpGrpcReceiver start() {
    try {
      for (int last = 1; last <= LOOPBACK_ADDRESSES; last++) {
        try {
          return new OtlpGrpcReceiver(new InetSocketAddress("127.0.0." + last, PORT));
        } catch (IOException e) {
          if (!(e instanceof BindException) && !(e.getCause() instanceof BindException)) {
            throw e;
          }
        }
      }
      throw new IOException("Port " + PORT + " is in use");
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
    server.shutdownNow();
  }

  private final class AllMethods extends HandlerRegistry {
    @Override
    public ServerMethodDefinition<byte[], byte[]> lookupMethod(String name, String authority) {
      MethodDescriptor<byte[], byte[]> method =
          MethodDescriptor.<byte[], byte[]>newBuilder()
              .setType(MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(name)
              .setRequestMarshaller(new Bytes())
              .setResponseMarshaller(new Bytes())
              .build();
      return ServerMethodDefinition.create(method, (call, headers) -> listen(name, call));
    }
  }

  private ServerCall.Listener<byte[]> listen(String name, ServerCall<byte[], byte[]> call) {
    call.request(1);
    return new ServerCall.Listener<>() {
      @Override
      public void onMessage(byte[] message) {
        accept(name, message);
        call.sendHeaders(new Metadata());
        call.sendMessage(new byte[0]);
        call.close(Status.OK, new Metadata());
      }
    };
  }
}
