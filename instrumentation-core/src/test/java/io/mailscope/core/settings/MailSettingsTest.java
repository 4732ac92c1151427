// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MailSettingsTest {

  private static final String USER = "alice@example.org";

  @Test
  void defaultsNeedNoThought() {
    MailSettings settings = from(Map.of());
    assertThat(settings.capturePolicy().isClear()).isTrue();
    assertThat(settings.clientFaultsAsErrors()).isFalse();
    assertThat(settings.disabledEvents().isEmpty()).isTrue();
    assertThat(settings.keepCommandLine()).isFalse();
  }

  @Test
  void everyCapturePolicyIsMapped() {
    assertThat(capture("clear", null)).isEqualTo(USER);
    assertThat(capture("domain", null)).isEqualTo("example.org");
    assertThat(capture("none", null)).isNull();
    assertThat(capture("hash", "key")).isEqualTo(CapturePolicy.hash("key").apply(USER));
    assertThat(capture(" Domain ", null)).isEqualTo("example.org");
  }

  @Test
  void hashWithoutKeyRecordsNothing() {
    assertThat(capture("hash", null)).isNull();
    assertThat(capture("hash", " ")).isNull();
  }

  @Test
  void otherSettingsAreMapped() {
    MailSettings settings =
        from(
            Map.of(
                Setting.CLIENT_FAULTS_AS_ERRORS, "TRUE",
                Setting.DISABLED_EVENTS, "pop3.*",
                Setting.KEEP_COMMAND_LINE, "true"));
    assertThat(settings.clientFaultsAsErrors()).isTrue();
    assertThat(settings.disabledEvents().contains("pop3.commands")).isTrue();
    assertThat(settings.keepCommandLine()).isTrue();
  }

  @Test
  void wrongValueIsTheDefault() {
    assertThat(capture("clera", null)).isEqualTo(USER);
    assertThat(from(Map.of(Setting.CLIENT_FAULTS_AS_ERRORS, "yes")).clientFaultsAsErrors())
        .isFalse();
  }

  @Test
  void withoutAnAgentTheDefaultsHold() {
    assertThat(MailSettings.get().capturePolicy().isClear()).isTrue();
    assertThat(MailSettings.get()).isSameAs(MailSettings.get());
  }

  private static String capture(String policy, String key) {
    return from(key == null
            ? Map.of(Setting.CAPTURE_USER, policy)
            : Map.of(Setting.CAPTURE_USER, policy, Setting.CAPTURE_USER_KEY, key))
        .capturePolicy()
        .apply(USER);
  }

  private static MailSettings from(Map<Setting, String> values) {
    return MailSettings.from(values::get);
  }
}
