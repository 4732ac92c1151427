// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JamesSectionTest {

  @Test
  void sectionsStandBetweenBrackets() {
    assertThat(JamesSection.of("BODY[]")).isEmpty();
    assertThat(JamesSection.of("BODY[1.TEXT]<10>")).isEqualTo("1.TEXT");
    assertThat(JamesSection.of("BODY[HEADER.FIELDS (SUBJECT)]"))
        .isEqualTo("HEADER.FIELDS (SUBJECT)");
    assertThat(JamesSection.of("BODY[")).isEmpty();
  }

  @Test
  void oldNamesAreSectionsToo() {
    assertThat(JamesSection.of("RFC822")).isEmpty();
    assertThat(JamesSection.of("RFC822.HEADER")).isEqualTo("HEADER");
    assertThat(JamesSection.of("RFC822.TEXT")).isEqualTo("TEXT");
  }

  @Test
  void partialsSayWhereTheyBegin() {
    assertThat(JamesSection.isFromStart("BODY[]")).isTrue();
    assertThat(JamesSection.isFromStart("BODY[]<0>")).isTrue();
    assertThat(JamesSection.isFromStart("BODY[TEXT]<10>")).isFalse();
    assertThat(JamesSection.isFromStart("BODY[HEADER.FIELDS (X<1>)]")).isTrue();
  }
}
