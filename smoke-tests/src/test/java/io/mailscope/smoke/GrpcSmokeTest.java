// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.otlp.OtlpGrpcReceiver;
import io.mailscope.testing.server.GreenMailProcess;
import io.mailscope.testing.server.GreenMailVersions;
import org.junit.jupiter.api.Test;

/** An endpoint with the port of OTLP over gRPC is spoken to in gRPC. */
class GrpcSmokeTest {

  @Test
  void port4317MeansGrpc() {
    try (OtlpGrpcReceiver telemetry = OtlpGrpcReceiver.start();
        GreenMailProcess server =
            GreenMailProcess.start(GreenMailVersions.NEWEST, Shipped.launch(telemetry))) {
      try (ScriptedClient pop3 = ScriptedClient.connect(server.pop3Port())) {
        pop3.expect("+OK");
        pop3.line("QUIT").expect("+OK");
      }
      telemetry.awaitSpan("pop3.command.quit");
      telemetry.awaitMetrics(() -> telemetry.sum("pop3.commands") == 1);
      assertThat(telemetry.paths())
          .allMatch(path -> path.startsWith("opentelemetry.proto.collector."));
      assertThat(server.process().output(line -> line.contains("grpc") && line.contains("INFO")))
          .hasSize(1);
    }
  }
}
