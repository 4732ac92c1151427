// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ModuleSwitchesTest {

  @Test
  void namesGoFromSpecificToGeneral() {
    assertThat(ModuleSwitches.names("mail-smtp-greenmail"))
        .containsExactly("mail-smtp-greenmail", "mail-smtp", "mail");
    assertThat(ModuleSwitches.names("mail-client")).containsExactly("mail-client", "mail");
    assertThat(ModuleSwitches.property("mail-smtp"))
        .isEqualTo("otel.instrumentation.mail-smtp.enabled");
  }

  @Test
  void mostSpecificThatIsSetWins() {
    assertThat(decide(Map.of())).isNull();
    assertThat(decide(Map.of("mail", "false"))).isFalse();
    assertThat(decide(Map.of("mail", "false", "mail-smtp", "true"))).isTrue();
    assertThat(decide(Map.of("mail", "true", "mail-smtp", "false"))).isFalse();
    assertThat(decide(Map.of("mail-smtp", "false", "mail-smtp-greenmail", "true"))).isTrue();
    assertThat(decide(Map.of("mail-pop3", "false"))).isNull();
  }

  @Test
  void wrongValueCountsAsNotSet() {
    assertThat(decide(Map.of("mail-smtp-greenmail", "maybe", "mail", "false"))).isFalse();
    assertThat(decide(Map.of("mail", ""))).isNull();
  }

  private static Boolean decide(Map<String, String> values) {
    return ModuleSwitches.decide("mail-smtp-greenmail", values::get);
  }
}
