// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingTest {

  @Test
  void namesFollowTheAgentsRules() {
    assertThat(Setting.CAPTURE_USER.property()).isEqualTo("otel.instrumentation.mail.capture-user");
    assertThat(Setting.CAPTURE_USER.environmentVariable())
        .isEqualTo("OTEL_INSTRUMENTATION_MAIL_CAPTURE_USER");
    assertThat(Setting.CAPTURE_USER_KEY.yamlKey()).isEqualTo("capture_user_key");
  }

  @ParameterizedTest
  @EnumSource
  void isDeclaredInFull(Setting setting) {
    assertThat(setting.property()).matches("otel(\\.[a-z0-9<>-]+)+");
    assertThat(setting.accepts()).isNotBlank();
    assertThat(setting.meaning()).isNotBlank();
    assertThat(setting.defaultValue()).isNotNull();
    assertThat(setting.status()).isNotNull();
  }
}
