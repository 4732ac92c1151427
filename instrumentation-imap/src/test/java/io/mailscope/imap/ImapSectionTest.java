// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImapSectionTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "TEXT", "text", "1", "1.2", "1.TEXT", "2.1.3"})
  void contentIsContent(String section) {
    assertThat(ImapSection.isContent(section)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HEADER",
        "header",
        "HEADER.FIELDS (SUBJECT TEXT)",
        "header.fields.not (to)",
        "1.HEADER",
        "1.2.HEADER.FIELDS (FROM)",
        "1.MIME",
        "2.1.mime"
      })
  void fieldsAreNot(String section) {
    assertThat(ImapSection.isContent(section)).isFalse();
  }
}
