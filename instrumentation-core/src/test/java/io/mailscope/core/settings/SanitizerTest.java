// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SanitizerTest {

  @Test
  void harmlessTextIsReturnedAsTheSameInstance() {
    String value = new String("alice@example.org");
    assertThat(Sanitizer.clean(value)).isSameAs(value);
    String longest = "x".repeat(256);
    assertThat(Sanitizer.clean(longest)).isSameAs(longest);
    assertThat(Sanitizer.clean(null)).isNull();
  }

  @Test
  void controlCharactersBecomeQuestionMarks() {
    assertThat(Sanitizer.clean("a\r\nb\0c\u001b[31m\u007f\u0085é")).isEqualTo("a??b?c?[31m??é");
  }

  @Test
  void longTextIsCutAt256() {
    assertThat(Sanitizer.clean("x".repeat(257))).isEqualTo("x".repeat(256));
    assertThat(Sanitizer.clean("\n" + "x".repeat(100_000))).isEqualTo("?" + "x".repeat(255));
  }

  @Test
  void cutNeverSplitsSurrogatePair() {
    String pair = "\ud83d\udce7";
    assertThat(Sanitizer.clean("x".repeat(255) + pair)).isEqualTo("x".repeat(255));
    assertThat(Sanitizer.clean("x".repeat(254) + pair)).isEqualTo("x".repeat(254) + pair);
    assertThat(Sanitizer.clean("x".repeat(254) + pair + "y")).isEqualTo("x".repeat(254) + pair);
  }
}
