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
import java.net.InetSocketAddress;
import java.util.function.BiConsumer;

/** Takes OTLP over gRPC, and keeps nothing of it. */
public final class OtlpGrpcEndpoint implements AutoCloseable {

  /** The registered port, by which agents tell gRPC from HTTP. */
  public static final int PORT = 4317;

  private final BiConsumer<String, byte[]> requests;
  private final Server server;

  private OtlpGrpcEndpoint(InetSocketAddress address, BiConsumer<String, byte[]> requests)
      throws IOException {
    this.requests = requests;
    this.server =
        OkHttpServerBuilder.forPort(address, InsecureServerCredentials.create())
            .fallbackHandlerRegistry(new AllMethods())
            .build()
            .start();
  }

  /**
   * Starts to listen.
   *
   * @param requests given each request's method and body, on any thread
   * @throws IOException if the address is in use
   */
  public static OtlpGrpcEndpoint start(
      InetSocketAddress address, BiConsumer<String, byte[]> requests) throws IOException {
    return new OtlpGrpcEndpoint(address, requests);
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
        requests.accept(name, message);
        call.sendHeaders(new Metadata());
        call.sendMessage(new byte[0]);
        call.close(Status.OK, new Metadata());
      }
    };
  }
}
