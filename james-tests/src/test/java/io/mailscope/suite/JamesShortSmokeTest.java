// SPDX-License-Identifier: Apache-2.0
package io.mailscope.suite;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The short group, for every build: all three protocols, both lines of Netty, a whole server. */
class JamesShortSmokeTest {

  static final List<Suite> SHORT =
      List.of(Suites.PROTOCOLS_3_6, Suites.PROTOCOLS_3_8_SHORT, Suites.POP3_SERVER);

  @ParameterizedTest
  @FieldSource("SHORT")
  void passesWithTheAgentAsWithoutIt(Suite suite) throws IOException {
    BothWays.areAlike(suite);
  }
}
