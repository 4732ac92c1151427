// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImapResponseCodeTest {

  @Test
  void theFirstWordIsTheCode() {
    assertThat(ImapResponseCode.firstWord("READ-WRITE")).isEqualTo("READ-WRITE");
    assertThat(ImapResponseCode.firstWord("APPENDUID 38505 3955")).isEqualTo("APPENDUID");
  }

  @Test
  void noCodeIsNone() {
    assertThat(ImapResponseCode.firstWord(null)).isNull();
    assertThat(ImapResponseCode.firstWord("")).isNull();
  }

  @Test
  void threeCodesBlameTheServer() {
    assertThat(ImapResponseCode.isServerFault("SERVERBUG")).isTrue();
    assertThat(ImapResponseCode.isServerFault("UNAVAILABLE")).isTrue();
    assertThat(ImapResponseCode.isServerFault("INUSE")).isTrue();
    assertThat(ImapResponseCode.isServerFault("TRYCREATE")).isFalse();
    assertThat(ImapResponseCode.isServerFault(null)).isFalse();
  }
}
