// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.core.meter.ReplyClasses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImapStatusTest {

  @ParameterizedTest
  @EnumSource
  void hasItsPlaceOnTheMeters(ImapStatus status) {
    assertThat(ReplyClasses.IMAP.names().get(status.replyClass())).isEqualTo(status.name());
  }
}
