// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpReplyTest {

  @ParameterizedTest
  @CsvSource({
    "250 OK, 250",
    "250-SIZE, 250",
    "354, 354",
    "421 4.3.0 down, 421",
  })
  void readsTheCode(String line, int code) {
    assertThat(SmtpReply.code(line)).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "25", "OK 250", "2x0 OK", "٢٥٠ OK"})
  void seesWhereThereIsNone(String line) {
    assertThat(SmtpReply.code(line)).isZero();
  }

  @Test
  void noReplyHasNoCode() {
    assertThat(SmtpReply.code(null)).isZero();
    assertThat(SmtpReply.enhancedCode(null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "235 2.7.0  Authentication Succeeded, 2.7.0",
    "535 5.7.8 no, 5.7.8",
    "250-2.1.0 ok, 2.1.0",
    "550 5.1.1, 5.1.1",
    "450 4.123.456 x, 4.123.456",
  })
  void readsTheEnhancedCode(String line, String code) {
    assertThat(SmtpReply.enhancedCode(line)).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "250 OK",
        "250 5.1.1 another class",
        "250 2.1 short",
        "250 2.1.x",
        "250 2..1 x",
        "250 2.1.0x",
        "250 2.1.0.1 x",
        "250 2.1234.1 x",
        "250",
        "250 ",
        "250 2.",
      })
  void isNotFooledByText(String line) {
    assertThat(SmtpReply.enhancedCode(line)).isNull();
  }
}
