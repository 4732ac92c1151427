// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreenMailLiteralTest {

  @ParameterizedTest
  @CsvSource({
    "'{0}',0,true",
    "'{1024}',1024,true",
    "'<0>{10}',10,true",
    "'<0> {10}',10,true",
    "'<16384>{7}',7,false",
    "'<00>{7}',7,false",
    "'<-5>{7}',7,false",
    "'NIL',-1,true",
    "'{',-1,true",
    "'{}',-1,true",
    "'{12',-1,true",
    "'{12345678901}',-1,true",
    "'<12',-1,false",
    "'',-1,true",
  })
  void isReadWhereItIsAnnounced(String announced, long length, boolean fromStart) {
    String text = " BODY[] " + announced;
    assertThat(GreenMailLiteral.length(text, 8)).isEqualTo(length);
    assertThat(GreenMailLiteral.isFromStart(text, 8)).isEqualTo(fromStart);
  }

  @ParameterizedTest
  @CsvSource({"{3}", "<0>{3}"})
  void theContentBehindItIsNotLookedAt(String announced) {
    assertThat(GreenMailLiteral.length(announced + "\r\n{9}", 0)).isEqualTo(3);
  }
}
