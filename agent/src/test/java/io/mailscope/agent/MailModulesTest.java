// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailModulesTest {

  @Test
  void switchesAreModulesAndFamilies() {
    assertThat(MailModules.switches())
        .contains("mail", "mail-smtp", "mail-smtp-greenmail", "mail-auth", "mail-auth-greenmail");
  }
}
