// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.settings;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;

/** A collector's address that the OTLP exporters take. Immutable. */
final class OtlpEndpoint {

  static final String ACCEPTS =
      "a URL: http://host:4318 or http://host:4317, https too, no _ in the host";

  private final URL url;

  private OtlpEndpoint(URL url) {
    this.url = url;
  }

  /** Null where the exporters would refuse the text, at the price of the whole agent. */
  static OtlpEndpoint parse(String text) {
    try {
      URL url = new URL(text);
      // Null for a host with an underscore, which the exporters then refuse.
      String host = new URI(text).getHost();
      boolean isHttp = url.getProtocol().equals("http") || url.getProtocol().equals("https");
      boolean isPlain = url.getQuery() == null && url.getRef() == null;
      boolean hasPort = url.getPort() <= 65535;
      return isHttp && isPlain && hasPort && host != null ? new OtlpEndpoint(url) : null;
    } catch (MalformedURLException | URISyntaxException e) {
      return null;
    }
  }

  /** Port 4317 is gRPC's, unless a path says that HTTP is spoken there. */
  boolean isGrpc() {
    return url.getPort() == 4317 && !hasPath();
  }

  /** gRPC has no paths, and its exporter refuses one. */
  boolean hasPath() {
    return !url.getPath().isEmpty() && !url.getPath().equals("/");
  }

  String withoutPath() {
    return url.getProtocol() + "://" + url.getAuthority();
  }
}
