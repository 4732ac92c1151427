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
import java.util.zip.GZIPInputStream;

/** OTLP over HTTP with protobuf, on a free port. */
public final class OtlpHttpReceiver extends OtlpReceiver {

  private final HttpServer server;
  private final ExecutorService executor = Executors.newCachedThreadPool();

  private OtlpHttpReceiver(HttpServer server) {
    this.server = server;
  }

  /** Starts a receiver. */
  public static OtlpHttpReceiver start() {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      OtlpHttpReceiver receiver = new OtlpHttpReceiver(server);
      server.setExecutor(receiver.executor);
      server.createContext("/", receiver::handle);
      server.start();
      return receiver;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String endpoint() {
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
      accept(exchange.getRequestURI().getPath(), body);
      // An empty protobuf message is the answer of a collector that took everything.
      exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }
}
