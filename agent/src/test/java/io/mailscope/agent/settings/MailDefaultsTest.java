// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.agent.MailModules;
import io.mailscope.agent.support.StartedSdk;
import org.junit.jupiter.api.Test;

class MailDefaultsTest {

  private static final String THREADS = "otel.javaagent.add-thread-details";
  private static final String DISABLED = "otel.resource.disabled.keys";

  @Test
  void threadNamesAreOffUnlessTheOperatorWantsThem() {
    try (StartedSdk sdk = StartedSdk.with()) {
      assertThat(sdk.config().getBoolean(THREADS)).isFalse();
    }
    try (StartedSdk sdk = StartedSdk.with(THREADS, "true")) {
      assertThat(sdk.config().getBoolean(THREADS)).isTrue();
    }
  }

  @Test
  void commandLineLeavesTheResourceWithWhatTheOperatorLists() {
    try (StartedSdk sdk = StartedSdk.with(DISABLED, "host.name")) {
      assertThat(sdk.config().getList(DISABLED))
          .containsExactly("host.name", "process.command_args", "process.command_line");
    }
    try (StartedSdk sdk =
        StartedSdk.with(
            "otel.resource.attributes", "process.command_line=java -Dusers=alice:secret")) {
      assertThat(sdk.resource().toString()).doesNotContain("secret");
    }
  }

  @Test
  void commandLineIsKeptWhereTheOperatorWantsIt() {
    try (StartedSdk sdk =
        StartedSdk.with(
            "otel.instrumentation.mail.keep-command-line", "true",
            "otel.resource.attributes", "process.command_line=java -jar x.jar")) {
      assertThat(sdk.config().getList(DISABLED)).isEmpty();
      assertThat(sdk.resource().toString()).contains("java -jar x.jar");
    }
  }

  @Test
  void modulesFollowTheMostSpecificSwitch() {
    try (StartedSdk sdk =
        StartedSdk.with(
            "otel.instrumentation.mail.enabled", "false",
            "otel.instrumentation.mail-smtp.enabled", "true",
            "otel.instrumentation.mail-pop3.enabled", "true",
            "otel.instrumentation.mail-pop3-greenmail.enabled", "false")) {
      assertThat(enabled(sdk, "mail-smtp-greenmail")).isTrue();
      assertThat(enabled(sdk, "mail-pop3-greenmail")).isFalse();
      assertThat(enabled(sdk, "mail-imap-greenmail")).isFalse();
      assertThat(enabled(sdk, "mail-auth-greenmail")).isFalse();
    }
  }

  @Test
  void modulesAreLeftToTheAgentsDefaultWhereNothingIsSet() {
    try (StartedSdk sdk = StartedSdk.with()) {
      assertThat(MailModules.NAMES).allSatisfy(name -> assertThat(enabled(sdk, name)).isNull());
    }
  }

  @Test
  void wrongSwitchIsOneLineAndCountsAsNotSet() {
    try (StartedSdk sdk =
        StartedSdk.with(
            "otel.instrumentation.mail-smtp-greenmail.enabled", "maybe",
            "otel.instrumentation.mail.enabled", "off")) {
      assertThat(enabled(sdk, "mail-smtp-greenmail")).isNull();
      assertThat(sdk.lines().warnings())
          .containsExactlyInAnyOrder(
              "otel.instrumentation.mail-smtp-greenmail.enabled=maybe is not understood:"
                  + " it accepts true, false; it counts as not set",
              "otel.instrumentation.mail.enabled=off is not understood:"
                  + " it accepts true, false; it counts as not set");
    }
  }

  private static Boolean enabled(StartedSdk sdk, String module) {
    return sdk.config().getBoolean("otel.instrumentation." + module + ".enabled");
  }
}
