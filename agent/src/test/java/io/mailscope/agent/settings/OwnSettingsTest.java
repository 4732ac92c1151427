// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.agent.support.StartedSdk;
import io.mailscope.core.settings.MailSettings;
import io.mailscope.core.settings.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnSettingsTest {

  private static final String M = "otel.instrumentation.mail.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "capture-user|hsah|it accepts clear, hash, domain, none; the default is used: clear",
        "client-faults-as-errors|yes|it accepts true, false; the default is used: false",
        "keep-command-line|1|it accepts true, false; the default is used: false",
        "disabled-events|smtp.comand.*|no span or meter has that name",
        "disabled-events|smtp*mail|no span or meter has that name",
        "propagate|header|has no effect in this version"
      })
  void wrongValueIsOneLine(String name, String value, String says) {
    try (StartedSdk sdk = StartedSdk.with(M + name, value)) {
      assertThat(sdk.lines().warnings())
          .singleElement()
          .asString()
          .startsWith(M + name)
          .contains(says);
    }
  }

  @Test
  void eachUnknownEntryOfDisabledEventsIsOneLine() {
    try (StartedSdk sdk =
        StartedSdk.with(M + "disabled-events", "nope,pop3.commands,imap.command.*,*,nix.*")) {
      assertThat(sdk.lines().warnings()).hasSize(2);
    }
  }

  @Test
  void rightValuesAreNoLine() {
    try (StartedSdk sdk =
        StartedSdk.with(
            M + "capture-user", "domain",
            M + "client-faults-as-errors", "true",
            M + "keep-command-line", "false",
            M + "disabled-events", "smtp.command.mail, imap.*,pop3.command.duration",
            M + "enabled", "true")) {
      assertThat(sdk.lines().warnings()).isEmpty();
      MailSettings settings =
          MailSettings.from(setting -> sdk.config().getString(setting.property()));
      assertThat(settings.clientFaultsAsErrors()).isTrue();
      assertThat(settings.capturePolicy().apply("a@b")).isEqualTo("b");
    }
  }

  @Test
  void hashWithoutKeyGetsARandomOneSaidOnce() {
    String first = key();
    assertThat(first).matches("[0-9a-f]{50,64}").isNotEqualTo(key());
  }

  @Test
  void operatorsKeyIsKeptAndNeverLogged() {
    try (StartedSdk sdk =
        StartedSdk.with(M + "capture-user", "hash", M + "capture-user-key", "operators key")) {
      assertThat(sdk.config().getString(Setting.CAPTURE_USER_KEY.property()))
          .isEqualTo("operators key");
      assertThat(sdk.lines().infos()).noneMatch(line -> line.contains("key"));
    }
  }

  private static String key() {
    try (StartedSdk sdk = StartedSdk.with(M + "capture-user", "hash")) {
      String key = sdk.config().getString(Setting.CAPTURE_USER_KEY.property());
      assertThat(sdk.lines().infos())
          .filteredOn(line -> line.contains("random key"))
          .singleElement()
          .asString()
          .contains(M + "capture-user-key")
          .doesNotContain(key);
      return key;
    }
  }
}
