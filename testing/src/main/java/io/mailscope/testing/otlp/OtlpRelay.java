// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.otlp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * A collector as a program of its own, for networks that a test is not in: takes OTLP on both of
 * its ports, and hands each request out by its number to a {@link RelayedOtlpReceiver}.
 */
public final class OtlpRelay {

  /** The registered port of OTLP over HTTP. */
  public static final int HTTP_PORT = 4318;

  /** Where requests are handed out: {@code GET /0}, {@code GET /1}, and so on. */
  public static final int HAND_OUT_PORT = 8080;

  static final String PATH_HEADER = "Otlp-Path";

  private static final int PATIENCE_MILLIS = 1000;

  private final List<Request> requests = new ArrayList<>();

  private OtlpRelay() {}

  /** Listens until it is ended from outside. */
  public static void main(String[] args) throws IOException {
    OtlpRelay relay = new OtlpRelay();
    OtlpHttpEndpoint.start(new InetSocketAddress(HTTP_PORT), relay::keep);
    OtlpGrpcEndpoint.start(new InetSocketAddress(OtlpGrpcEndpoint.PORT), relay::keep);
    HttpServer server = HttpServer.create(new InetSocketAddress(HAND_OUT_PORT), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", relay::handOut);
    server.start();
  }

  private synchronized void keep(String path, byte[] body) {
    requests.add(new Request(path, body));
    notifyAll();
  }

  /** Says 204 if there is none by then, so that the other side can ask again. */
  private void handOut(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = await(Integer.parseInt(exchange.getRequestURI().getPath().substring(1)));
      if (request == null) {
        exchange.sendResponseHeaders(204, -1);
      } else {
        exchange.getResponseHeaders().add(PATH_HEADER, request.path());
        exchange.sendResponseHeaders(200, request.body().length == 0 ? -1 : request.body().length);
        exchange.getResponseBody().write(request.body());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Request await(int number) throws InterruptedException {
    if (number >= requests.size()) {
      wait(PATIENCE_MILLIS);
    }
    return number < requests.size() ? requests.get(number) : null;
  }

  private record Request(String path, byte[] body) {}
}
