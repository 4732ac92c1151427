// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CapturePolicyTest {

  @Test
  void clearRecordsTheCleanedValue() {
    assertThat(CapturePolicy.CLEAR.apply("alice@example.org")).isEqualTo("alice@example.org");
    assertThat(CapturePolicy.CLEAR.apply("a\nb")).isEqualTo("a?b");
    assertThat(CapturePolicy.CLEAR.isClear()).isTrue();
  }

  @Test
  void hashIsTheFirstHalfOfHmacSha256() {
    // RFC 4231, test case 2.
    assertThat(CapturePolicy.hash("Jefe").apply("what do ya want for nothing?"))
        .isEqualTo("5bdcc146bf60754e6a042426089575c7");
  }

  @Test
  void hashDependsOnTheKeyAndOnTheWholeValue() {
    CapturePolicy hash = CapturePolicy.hash("one");
    assertThat(hash.apply("alice")).isEqualTo(CapturePolicy.hash("one").apply("alice"));
    assertThat(hash.apply("alice")).isNotEqualTo(CapturePolicy.hash("two").apply("alice"));
    assertThat(hash.apply("x".repeat(300) + "a")).isNotEqualTo(hash.apply("x".repeat(300) + "b"));
    assertThat(hash.apply("a\rb")).isNotEqualTo(hash.apply("a\nb"));
    assertThat(hash.isClear()).isFalse();
  }

  @Test
  void domainIsWhatFollowsTheLastAt() {
    assertThat(CapturePolicy.DOMAIN.apply("alice@example.org")).isEqualTo("example.org");
    assertThat(CapturePolicy.DOMAIN.apply("\"a@b\"@example.org")).isEqualTo("example.org");
    assertThat(CapturePolicy.DOMAIN.apply("<id@example.org>")).isEqualTo("example.org");
    assertThat(CapturePolicy.DOMAIN.apply("x".repeat(300) + "@example.org"))
        .isEqualTo("example.org");
    assertThat(CapturePolicy.DOMAIN.apply("a@b\n" + "x".repeat(300))).hasSize(256).startsWith("b?");
  }

  @Test
  void domainLeavesOutWhatHasNone() {
    assertThat(CapturePolicy.DOMAIN.apply("alice")).isNull();
    assertThat(CapturePolicy.DOMAIN.apply("alice@")).isNull();
    assertThat(CapturePolicy.DOMAIN.apply("<alice@>")).isNull();
    assertThat(CapturePolicy.DOMAIN.apply("")).isNull();
  }

  @Test
  void noneRecordsNothing() {
    assertThat(CapturePolicy.NONE.apply("alice@example.org")).isNull();
    assertThat(CapturePolicy.NONE.isClear()).isFalse();
  }

  @Test
  void nullStaysNull() {
    assertThat(CapturePolicy.CLEAR.apply(null)).isNull();
    assertThat(CapturePolicy.DOMAIN.apply(null)).isNull();
    assertThat(CapturePolicy.hash("key").apply(null)).isNull();
  }
}
