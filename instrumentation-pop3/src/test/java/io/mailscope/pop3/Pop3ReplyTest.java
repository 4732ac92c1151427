// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reply line says. */
class Pop3ReplyTest {

  @ParameterizedTest
  @CsvSource({
    "+OK, 1",
    "+OK 2 320, 1",
    "-ERR, 2",
    "-ERR [SYS/TEMP] later, 2",
    "'+ ', 0",
    "'', 0",
    "UIDL, 0",
    "+ok, 0"
  })
  void onlyAStatusIndicatorIsAStatus(String line, int status) {
    assertThat(Pop3Reply.status(line)).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "-ERR [SYS/TEMP] later, SYS/TEMP",
    "-ERR [IN-USE] locked, IN-USE",
    "-ERR [AUTH], AUTH",
    "+OK [LOGIN-DELAY 60] soon, LOGIN-DELAY",
    "-ERR, ",
    "-ERR no such message, ",
    "-ERR [, ",
    "-ERR [], ",
    "-ERR [AUTH no end, AUTH",
    "-ERR [AUTH, ",
    "-ERR [alice@example.test] who, ",
    "-ERR see [AUTH] there, ",
    "-ERR [ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFG] too long, "
  })
  void aCodeIsTheFirstWordInBracketsThatComesFirst(String line, String code) {
    assertThat(Pop3Reply.code(line)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "SYS/TEMP, true",
    "sys/perm, true",
    "SYS, true",
    "SYSTEM, false",
    "AUTH, false",
    ", false"
  })
  void onlyTheSystemIsTheServersFault(String code, boolean fault) {
    assertThat(Pop3Reply.isServerFault(code)).isEqualTo(fault);
  }
}
