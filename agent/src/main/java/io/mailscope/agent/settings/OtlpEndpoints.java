// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.settings;

import io.mailscope.agent.StartLog;

/** Takes out endpoints that the exporters would refuse. */
final class OtlpEndpoints {

  private OtlpEndpoints() {}

  static void check(AgentProperties properties) {
    check(properties, Signal.ENDPOINT);
    for (Signal signal : Signal.values()) {
      check(properties, signal.endpoint());
    }
  }

  /** The endpoint that a signal's spans or metrics go to; null for the exporter's own default. */
  static OtlpEndpoint of(AgentProperties properties, Signal signal) {
    String own = properties.get(signal.endpoint());
    String text = own == null ? properties.get(Signal.ENDPOINT) : own;
    return text == null ? null : OtlpEndpoint.parse(text);
  }

  private static void check(AgentProperties properties, String property) {
    String text = properties.get(property);
    if (text == null) {
      if (properties.isWritten(property)) {
        properties.unset(property);
      }
    } else if (OtlpEndpoint.parse(text) == null) {
      // Without the value: a URL can hold a password.
      StartLog.wrongValue(property, null, OtlpEndpoint.ACCEPTS, "it counts as not set");
      properties.unset(property);
    }
  }
}
