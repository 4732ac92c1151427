// SPDX-License-Identifier: Apache-2.0
package io.mailscope.suite;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** IMAP, on demand: on a busy machine its tests are not stable enough to be compared. */
class JamesImapIT {

  @Test
  void passesWithTheAgentAsWithoutIt() throws IOException {
    BothWays.areAlike(Suites.IMAP_SERVER);
  }
}
