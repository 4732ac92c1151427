// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaslLineTest {

  // Words as String.split(" ") has them, which is how GreenMail reads the line.
  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "AUTH,,1",
        "AUTH ,,1",
        "AUTH   ,,1",
        "AUTH PLAIN,PLAIN,2",
        "AUTH PLAIN  ,PLAIN,2",
        "auth plain dGVzdA==,plain,3",
        "AUTH PLAIN =,PLAIN,3",
        "AUTH PLAIN  dGVzdA==,PLAIN,4",
        "AUTH  PLAIN,,3",
        "AUTH LOGIN a b c,LOGIN,5",
        "'','',1"
      })
  void theSecondWordIsTheMechanism(String line, String mechanism, int words) {
    SaslLine sasl = new SaslLine(line);
    assertThat(sasl.mechanism()).isEqualTo(line.isEmpty() ? null : mechanism);
    assertThat(sasl.words()).isEqualTo(words);
    assertThat(line.split(" ")).hasSize(words);
  }
}
