// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisabledEventsTest {

  @Test
  void nothingIsDisabledByDefault() {
    assertThat(DisabledEvents.parse(null).isEmpty()).isTrue();
    assertThat(DisabledEvents.parse(" , ,").isEmpty()).isTrue();
    assertThat(DisabledEvents.EMPTY.contains("smtp.command.mail")).isFalse();
  }

  @Test
  void fullNamesMatchExactly() {
    DisabledEvents disabled = DisabledEvents.parse("pop3.commands, imap.command.noop");
    assertThat(disabled.contains("pop3.commands")).isTrue();
    assertThat(disabled.contains("imap.command.noop")).isTrue();
    assertThat(disabled.contains("pop3.command")).isFalse();
    assertThat(disabled.contains("imap.command.noop2")).isFalse();
    assertThat(disabled.isEmpty()).isFalse();
  }

  @Test
  void prefixesMatchWhatBeginsSo() {
    DisabledEvents disabled = DisabledEvents.parse("smtp.command.*");
    assertThat(disabled.contains("smtp.command.mail")).isTrue();
    assertThat(disabled.contains("smtp.commands")).isFalse();
    assertThat(disabled.contains("imap.command.noop")).isFalse();
  }

  @Test
  void prefixLeavesTheDurationAlone() {
    assertThat(DisabledEvents.parse("smtp.command.*").contains("smtp.command.duration")).isFalse();
    assertThat(DisabledEvents.parse("*").contains("imap.command.duration")).isFalse();
    assertThat(DisabledEvents.parse("*").contains("smtp.auth.attempts")).isTrue();
    assertThat(DisabledEvents.parse("smtp.command.duration").contains("smtp.command.duration"))
        .isTrue();
  }
}
