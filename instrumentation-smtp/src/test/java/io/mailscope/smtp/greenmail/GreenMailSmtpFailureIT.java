// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.greenmail;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import io.mailscope.testing.server.GreenMailVersions;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message that the server took and could not store. */
class GreenMailSmtpFailureIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ValueSource(strings = {"1.6.15", "2.0.1", GreenMailVersions.NEWEST})
  void isTheServersFault(String version) throws Exception {
    try (GreenMailServer server = GreenMailServer.start(version)) {
      failDeliveries(server);
      try (ScriptedClient client = SmtpDialogue.untilData(server)) {
        client.send("Subject: x\r\n\r\nbody\r\n.\r\n").expect("451");
        SmtpDialogue.quit(client);
      }

      String type = "java.lang.IllegalStateException";
      ExportedSpan data = telemetry.awaitSpan("smtp.command.data");
      assertThat(data)
          .hasStatusError()
          .hasAttribute("smtp.response.status_code", 451L)
          .hasAttribute("error.type", type)
          .hasAttribute("exception.type", type);
      assertThat(data.attributes().get("exception.message"))
          .asString()
          .startsWith("Can not deliver message");
      assertThat(data.events())
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.name()).isEqualTo("exception");
                assertThat(event.attributes().get("exception.stacktrace"))
                    .asString()
                    .startsWith(type)
                    .contains("com.icegreen.greenmail.smtp.SmtpManager.send")
                    .contains("Caused by: ")
                    .doesNotContain("disk full");
              });
      assertThat(telemetry.awaitSpan("smtp.message.save"))
          .hasParent(data)
          .hasStatusError()
          .hasAttribute("error.type", type);
      telemetry.await(
          () ->
              telemetry.count(
                      "smtp.command.duration",
                      Map.of("command", "DATA", "smtp.response.class", "4xx", "error.type", type))
                  == 1);
      assertThat(telemetry.sum("smtp.messages.received")).isZero();
      assertThat(telemetry.count("smtp.message.processing.duration", Map.of())).isEqualTo(1);
    }
  }

  private static void failDeliveries(GreenMailServer server) throws ReflectiveOperationException {
    Class<?> handlerType =
        server.classLoader().loadClass("com.icegreen.greenmail.user.MessageDeliveryHandler");
    Object failing =
        Proxy.newProxyInstance(
            server.classLoader(),
            new Class<?>[] {handlerType},
            (proxy, method, arguments) -> {
              throw new IllegalStateException("disk full");
            });
    Object managers =
        server.greenMail().getClass().getMethod("getManagers").invoke(server.greenMail());
    Object users = managers.getClass().getMethod("getUserManager").invoke(managers);
    users.getClass().getMethod("setMessageDeliveryHandler", handlerType).invoke(users, failing);
  }
}
