// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import io.mailscope.smoke.container.CollectorContainer;
import java.util.Map;

/** What the agents of a {@link Fleet} are told; all else is as on any server in a container. */
final class FleetSettings {

  /** A second GreenMail, by gRPC, which exports nothing before it ends. */
  static final String SECOND = "mail-b";

  private static final String NAME = "OTEL_SERVICE_NAME";
  private static final String SPANS_EVERY = "OTEL_BSP_SCHEDULE_DELAY";
  private static final String METRICS_EVERY = "OTEL_METRIC_EXPORT_INTERVAL";
  private static final String NEVER_MILLIS = "3600000";

  private FleetSettings() {}

  /** GreenMail exports often; of others spans go when they fill a batch, and at the end. */
  static Map<String, String> of(FleetServer server) {
    return server == FleetServer.GREENMAIL
        ? Map.of()
        : Map.of(NAME, server.service(), SPANS_EVERY, NEVER_MILLIS);
  }

  static Map<String, String> ofSecond() {
    return Map.of(
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        CollectorContainer.GRPC,
        NAME,
        SECOND,
        SPANS_EVERY,
        NEVER_MILLIS,
        METRICS_EVERY,
        NEVER_MILLIS);
  }

  /** With what the documentation says to set where nothing can be written. */
  static Map<String, String> ofBare(FleetServer server) {
    return Map.of(
        NAME,
        bare(server),
        "OTEL_RESOURCE_DISABLED_KEYS",
        "process.command_args,process.command_line");
  }

  /** The name of a server that can write nothing. */
  static String bare(FleetServer server) {
    return "bare-" + server.service();
  }
}
