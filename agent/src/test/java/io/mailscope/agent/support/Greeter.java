// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.support;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * A small program for the agent to watch: one request to itself, which the stock agent makes a span
 * of, then a greeting. With an argument it goes on until its standard input ends.
 */
public final class Greeter {

  private Greeter() {}

  public static void main(String[] arguments) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    uri.toURL().openConnection().getInputStream().close();
    System.out.println("hello");
    if (arguments.length > 0) {
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    server.stop(0);
  }
}
