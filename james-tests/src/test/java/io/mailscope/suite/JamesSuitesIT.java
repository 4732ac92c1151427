// SPDX-License-Identifier: Apache-2.0
package io.mailscope.suite;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** All of them. */
class JamesSuitesIT {

  static final List<Suite> ALL =
      List.of(
          Suites.PROTOCOLS_3_5,
          Suites.PROTOCOLS_3_6,
          Suites.PROTOCOLS_3_8,
          Suites.POP3_SERVER,
          Suites.SMTP_SERVER,
          Suites.IMAP_SERVER);

  @ParameterizedTest
  @FieldSource("ALL")
  void passesWithTheAgentAsWithoutIt(Suite suite) throws IOException {
    BothWays.areAlike(suite);
  }
}
