// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.settings;

import io.mailscope.agent.StartLog;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where telemetry goes, signal by signal: what the operator sets, else {@code otlp} where an
 * endpoint is set, else {@code console}. Logs go nowhere unless the operator says so, since a mail
 * server's log lines can hold passwords.
 */
final class Exporters {

  static final String OTLP = "otlp";
  static final String CONSOLE = "console";

  private final AgentProperties properties;

  Exporters(AgentProperties properties) {
    this.properties = properties;
  }

  /** After the endpoints were checked. */
  void apply() {
    for (Signal signal : Signal.values()) {
      List<String> given = properties.list(signal.exporter());
      List<String> taken = given.isEmpty() ? given : checked(signal, given);
      properties.set(signal.exporter(), taken.isEmpty() ? found(signal) : String.join(",", taken));
    }
  }

  private String found(Signal signal) {
    if (signal == Signal.LOGS) {
      return ExporterNames.NONE;
    }
    boolean isEndpointSet =
        properties.get(signal.endpoint()) != null || properties.get(Signal.ENDPOINT) != null;
    return isEndpointSet ? OTLP : CONSOLE;
  }

  private List<String> checked(Signal signal, List<String> given) {
    Set<String> known;
    try {
      known = ExporterNames.of(properties, signal);
    } catch (Throwable e) {
      // An extension of the operator's is broken. The SDK, which needs it, will say that better.
      return given;
    }
    Set<String> taken = new LinkedHashSet<>(given);
    taken.retainAll(known);
    if (taken.size() > 1) {
      taken.remove(ExporterNames.NONE);
    }
    if (taken.size() < given.size()) {
      StartLog.wrongValue(
          signal.exporter(),
          String.join(",", given),
          String.join(", ", known) + ", each once and none alone",
          "telemetry goes to " + (taken.isEmpty() ? found(signal) : String.join(",", taken)));
    }
    return new ArrayList<>(taken);
  }
}
