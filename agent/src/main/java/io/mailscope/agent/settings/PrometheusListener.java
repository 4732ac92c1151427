// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.settings;

import io.mailscope.agent.StartLog;
import io.mailscope.core.settings.Setting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the pull endpoint can listen where it is told to. The SDK gives up on all telemetry when
 * it can't; we leave the endpoint out and keep the rest.
 */
final class PrometheusListener {

  static final String HOST = Setting.PROMETHEUS_HOST.property();
  static final String PORT = "otel.exporter.prometheus.port";
  static final String DEFAULT_HOST = "127.0.0.1";

  private static final String NAME = "prometheus";
  private static final int DEFAULT_PORT = 9464;

  private final AgentProperties properties;

  PrometheusListener(AgentProperties properties) {
    this.properties = properties;
  }

  /** After the exporters are known. */
  void apply() {
    if (properties.get(HOST) == null) {
      properties.set(HOST, DEFAULT_HOST);
    }
    List<String> exporters = new ArrayList<>(properties.list(Signal.METRICS.exporter()));
    if (exporters.contains(NAME) && !canListen()) {
      exporters.remove(NAME);
      properties.set(
          Signal.METRICS.exporter(),
          exporters.isEmpty() ? ExporterNames.NONE : String.join(",", exporters));
    }
  }

  private boolean canListen() {
    String host = properties.get(HOST);
    int port = port();
    if (port < 0) {
      return false;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return true;
    } catch (IOException | RuntimeException e) {
      StartLog.warn(
          HOST
              + "="
              + host
              + ", "
              + PORT
              + "="
              + port
              + ": cannot listen there ("
              + e.getMessage()
              + "); give an address of this host and a free port; metrics cannot be pulled now");
      return false;
    }
  }

  private int port() {
    String text = properties.get(PORT);
    try {
      int port = text == null ? DEFAULT_PORT : Integer.parseInt(text);
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number that is no port.
    }
    StartLog.wrongValue(PORT, text, "a port number", "metrics cannot be pulled now");
    return -1;
  }
}
