// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import io.mailscope.imap.ImapState;
import org.apache.james.imap.api.ImapSessionState;

/** James' states of a session, by the names of ours. */
public final class JamesImapState {

  private JamesImapState() {}

  /** The same state. */
  public static ImapState of(ImapSessionState james) {
    switch (james.name()) {
      case "AUTHENTICATED":
        return ImapState.AUTHENTICATED;
      case "SELECTED":
        return ImapState.SELECTED;
      case "LOGOUT":
        return ImapState.LOGOUT;
      default:
        return ImapState.NOT_AUTHENTICATED;
    }
  }
}
