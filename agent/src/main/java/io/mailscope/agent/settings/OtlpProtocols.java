// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.settings;

import io.mailscope.agent.StartLog;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How OTLP is spoken, signal by signal: what the operator sets, else {@code grpc} where the
 * endpoint's port is 4317, else {@code http/protobuf}.
 */
final class OtlpProtocols {

  private static final String GRPC = "grpc";
  static final String HTTP = "http/protobuf";
  private static final String ACCEPTS = "grpc, http/protobuf";

  private final AgentProperties properties;
  private final Set<String> withPath = new LinkedHashSet<>();
  private boolean foundGrpc;

  OtlpProtocols(AgentProperties properties) {
    this.properties = properties;
  }

  /** After the endpoints were checked and the exporters are known. */
  void apply() {
    String general = checked(Signal.PROTOCOL);
    for (Signal signal : Signal.values()) {
      String own = checked(signal.protocol());
      String protocol = own == null ? general : own;
      properties.set(signal.protocol(), protocol == null ? found(signal) : protocol);
      dropPathOfGrpc(signal);
    }
    properties.set(Signal.PROTOCOL, general == null ? HTTP : general);
    for (String property : withPath) {
      StartLog.wrongValue(
          property, null, "http://host:4317 without a path for grpc", "the path is left out");
    }
    if (foundGrpc) {
      StartLog.info(
          "OTLP is sent over grpc, as the endpoint's port is 4317; "
              + Signal.PROTOCOL
              + "=http/protobuf changes that");
    }
  }

  private String checked(String property) {
    String protocol = properties.get(property);
    if (protocol == null || protocol.equals(GRPC) || protocol.equals(HTTP)) {
      return protocol;
    }
    StartLog.wrongValue(property, protocol, ACCEPTS, "it is found by the endpoint's port");
    return null;
  }

  private String found(Signal signal) {
    OtlpEndpoint endpoint = OtlpEndpoints.of(properties, signal);
    if (endpoint == null || !endpoint.isGrpc()) {
      return HTTP;
    }
    foundGrpc |= properties.list(signal.exporter()).contains(Exporters.OTLP);
    return GRPC;
  }

  private void dropPathOfGrpc(Signal signal) {
    OtlpEndpoint endpoint = OtlpEndpoints.of(properties, signal);
    if (endpoint == null
        || !endpoint.hasPath()
        || !properties.get(signal.protocol()).equals(GRPC)) {
      return;
    }
    boolean isOwn = properties.get(signal.endpoint()) != null;
    if (properties.list(signal.exporter()).contains(Exporters.OTLP)) {
      withPath.add(isOwn ? signal.endpoint() : Signal.ENDPOINT);
    }
    properties.set(signal.endpoint(), endpoint.withoutPath());
  }
}
