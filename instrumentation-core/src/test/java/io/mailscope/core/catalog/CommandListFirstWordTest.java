// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which word of a line names the command, on servers that skip blanks before it. */
class CommandListFirstWordTest {

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "RETR 1,RETR",
        "retr,RETR",
        "   RETR 1,RETR",
        "  quit  ,QUIT",
        "RETRX 1,_OTHER",
        "'\tQUIT',_OTHER",
        "'QU\u0130T',_OTHER",
        "'',_OTHER",
        "'   ',_OTHER"
      })
  void blanksBeforeTheWordAreSkipped(String line, String name) {
    assertThat(CommandList.POP3.findFirstWordAfterBlanks(line).name()).isEqualTo(name);
  }
}
