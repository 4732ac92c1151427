// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.agent.support.StartedSdk;
import io.mailscope.core.MailscopeVersion;
import io.opentelemetry.api.common.AttributeKey;
import org.junit.jupiter.api.Test;

class ResourceProvidersTest {

  private static final String GREENMAIL =
      System.getProperty("mailscope.servers") + "/greenmail-standalone-2.1.13.jar";

  @Test
  void serverNamesTheService() {
    try (StartedSdk sdk =
        StartedSdk.with("sun.java.command", GREENMAIL, "java.class.path", GREENMAIL)) {
      assertThat(attribute(sdk, "service.name")).isEqualTo("greenmail");
      assertThat(attribute(sdk, "service.version")).isEqualTo("2.1.13");
    }
  }

  @Test
  void operatorsNameWins() {
    try (StartedSdk sdk =
        StartedSdk.with(
            "sun.java.command", GREENMAIL,
            "java.class.path", GREENMAIL,
            "otel.service.name", "mail-in")) {
      assertThat(attribute(sdk, "service.name")).isEqualTo("mail-in");
    }
    try (StartedSdk sdk =
        StartedSdk.with(
            "sun.java.command", GREENMAIL,
            "java.class.path", GREENMAIL,
            "otel.resource.attributes", "service.name=mail-out,service.version=7")) {
      assertThat(attribute(sdk, "service.name")).isEqualTo("mail-out");
      assertThat(attribute(sdk, "service.version")).isEqualTo("7");
    }
  }

  @Test
  void otherProgramsAreLeftAlone() {
    try (StartedSdk sdk = StartedSdk.with()) {
      assertThat(attribute(sdk, "service.name")).isEqualTo("unknown_service:java");
      assertThat(attribute(sdk, "service.version")).isNull();
    }
  }

  @Test
  void distributionIsMailscope() {
    try (StartedSdk sdk = StartedSdk.with()) {
      assertThat(attribute(sdk, "telemetry.distro.name")).isEqualTo("mailscope");
      assertThat(attribute(sdk, "telemetry.distro.version")).isEqualTo(MailscopeVersion.VERSION);
    }
  }

  private static String attribute(StartedSdk sdk, String key) {
    return sdk.resource().getAttribute(AttributeKey.stringKey(key));
  }
}
