// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.otlp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;

/** Takes OTLP over HTTP with protobuf, and keeps nothing of it. */
public final class OtlpHttpEndpoint implements AutoCloseable {

  private final HttpServer server;
  private final BiConsumer<String, byte[]> requests;
  private final ExecutorService executor = Executors.newCachedThreadPool();

  private OtlpHttpEndpoint(HttpServer server, BiConsumer<String, byte[]> requests) {
    this.server = server;
    this.requests = requests;
  }

  /**
   * Starts to listen on a free port of the loopback address.
   *
   * @param requests given each request's path and unzipped body, on any thread
   */
  public static OtlpHttpEndpoint start(BiConsumer<String, byte[]> requests) {
    return start(new InetSocketAddress("127.0.0.1", 0), requests);
  }

  /**
   * Starts to listen.
   *
   * @param requests given each request's path and unzipped body, on any thread
   */
  public static OtlpHttpEndpoint start(
      InetSocketAddress address, BiConsumer<String, byte[]> requests) {
    try {
      HttpServer server = HttpServer.create(address, 0);
      OtlpHttpEndpoint endpoint = new OtlpHttpEndpoint(server, requests);
      server.setExecutor(endpoint.executor);
      server.createContext("/", endpoint::handle);
      server.start();
      return endpoint;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address to give to the agent. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream raw = exchange.getRequestBody()) {
      boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      byte[] body = (zipped ? new GZIPInputStream(raw) : raw).readAllBytes();
      requests.accept(exchange.getRequestURI().getPath(), body);
      // An empty protobuf message is the answer of a collector that took everything.
      exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }
}
