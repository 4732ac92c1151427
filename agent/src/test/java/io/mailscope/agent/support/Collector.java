// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Takes OTLP over HTTP and keeps it as it comes: texts stand in protobuf as they are. */
public final class Collector implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, String> received = new ConcurrentHashMap<>();

  public Collector() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Everything that came to a path such as {@code /v1/traces}; empty if nothing did. */
  public String received(String path) {
    return received.getOrDefault(path, "");
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String text = new String(body, StandardCharsets.ISO_8859_1);
    received.merge(exchange.getRequestURI().getPath(), text, String::concat);
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
