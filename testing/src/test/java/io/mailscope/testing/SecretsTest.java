// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTest {

  private final Secrets secrets = Secrets.of("alice", "wonderland");

  @Test
  void findsPasswordsInClearEncodedAndHashed() {
    assertThat(secrets.foundIn("PASS wonderland")).isNotEmpty();
    assertThat(secrets.foundIn("PASS WONDERLAND")).isNotEmpty();
    assertThat(secrets.foundIn("d29uZGVybGFuZA==")).as("AUTH LOGIN").isNotEmpty();
    assertThat(secrets.foundIn("AGFsaWNlAHdvbmRlcmxhbmQ=")).as("AUTH PLAIN").isNotEmpty();
    assertThat(secrets.foundIn("4cecaff2b30bbe75ce7322109164cfb5")).as("MD5").isNotEmpty();
  }

  @Test
  void findsNothingInTheHarmless() {
    assertThat(secrets.foundIn("alice wonder land 235 OK")).isEmpty();
  }
}
