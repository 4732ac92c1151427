// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.UnsupportedCharsetException;
import org.junit.jupiter.api.Test;

class QuotedContentTest {

  @Test
  void charsetsOfAMessageAreContent() {
    assertThat(QuotedContent.isIn(new UnsupportedEncodingException("x-secret"))).isTrue();
    assertThat(QuotedContent.isIn(new UnsupportedCharsetException("x-secret"))).isTrue();
  }

  @Test
  void aWrapperRepeatsItsCause() {
    Throwable cause = new UnsupportedEncodingException("x-secret");
    assertThat(QuotedContent.isIn(new IllegalStateException(new RuntimeException(cause)))).isTrue();
  }

  @Test
  void theServersOwnTroubleIsNot() {
    assertThat(QuotedContent.isIn(new IOException("No space left on device"))).isFalse();
    assertThat(QuotedContent.isIn(new ArrayIndexOutOfBoundsException("98"))).isFalse();
  }

  @Test
  void aCauseThatIsItsOwnCauseEnds() {
    Throwable one = new RuntimeException("one");
    Throwable two = new RuntimeException("two", one);
    one.initCause(two);
    assertThat(QuotedContent.isIn(one)).isFalse();
  }
}
