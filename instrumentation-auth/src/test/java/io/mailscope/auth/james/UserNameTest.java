// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A user's name in all that James calls a user. */
class UserNameTest {

  /** As James' {@code Username}. */
  public static final class Name {

    private final String text;

    Name(String text) {
      this.text = text;
    }

    public String asString() {
      return text;
    }
  }

  @Test
  void stringsAreNames() {
    assertThat(UserName.of("alice")).isEqualTo("alice");
  }

  @Test
  void namesTellThemselves() {
    assertThat(UserName.of(new Name("alice@example.test"))).isEqualTo("alice@example.test");
    assertThat(UserName.of(Optional.of(new Name("alice")))).isEqualTo("alice");
  }

  @Test
  void whatIsNoUserHasNoName() {
    assertThat(UserName.of(null)).isNull();
    assertThat(UserName.of(Optional.empty())).isNull();
    assertThat(UserName.of(new Object())).isNull();
    assertThat(UserName.ofSession(new Object())).isNull();
  }
}
