// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import io.mailscope.testing.otlp.OtlpReceiver;
import io.mailscope.testing.server.Launch;
import java.nio.file.Path;

/** What the build ships, and how a server is started with it. */
final class Shipped {

  /** Soon enough for a test that waits, and often enough for metrics to be seen to change. */
  static final int EXPORT_MILLIS = 200;

  private Shipped() {}

  /** The one jar. */
  static Path agent() {
    return Path.of(System.getProperty("mailscope.agent"));
  }

  /** The bare extension, for people with an agent of their own. */
  static Path extension() {
    return Path.of(System.getProperty("mailscope.extension"));
  }

  /** The script that shows it all. */
  static Path demo() {
    return Path.of(System.getProperty("mailscope.demo"));
  }

  static String version() {
    return System.getProperty("mailscope.version");
  }

  /** A server with the one jar and no setting but that exports are frequent. */
  static Launch launch() {
    return frequently(Launch.withAgent(agent()));
  }

  /** A server with the one jar, which exports to a receiver as the documentation tells users. */
  static Launch launch(OtlpReceiver receiver) {
    return launch().environment("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint());
  }

  static Launch frequently(Launch launch) {
    return launch
        .property("otel.bsp.schedule.delay", EXPORT_MILLIS)
        .property("otel.metric.export.interval", EXPORT_MILLIS);
  }
}
