// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthMechanismTest {

  @ParameterizedTest
  @CsvSource({
    "PLAIN, PLAIN",
    "login, LOGIN",
    "XOAuth2, XOAUTH2",
    "oauthbearer, OAUTHBEARER",
    "cram-md5, CRAM-MD5",
    "External, EXTERNAL"
  })
  void aSaslNameIsFoundInAnyCase(String named, String emitted) {
    assertThat(AuthMechanism.of(named).wireName()).isEqualTo(emitted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s3cret", "CRAM_MD5", "APOP", "USERPASS", "_OTHER", "GSSAPI"})
  void whateverElseAClientNamesIsOther(String named) {
    assertThat(AuthMechanism.of(named).wireName()).isEqualTo("_OTHER");
  }

  @Test
  void nothingIsOther() {
    assertThat(AuthMechanism.of(null)).isEqualTo(AuthMechanism.OTHER);
  }
}
