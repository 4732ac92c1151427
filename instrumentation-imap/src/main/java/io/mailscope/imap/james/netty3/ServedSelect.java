// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james.netty3;

import io.mailscope.imap.james.JamesSelect;
import io.opentelemetry.context.Scope;
import org.apache.james.imap.message.request.AbstractMailboxSelectionRequest;

/** The selection of a mailbox while it lasts: current on this thread. */
public final class ServedSelect {

  private final JamesSelect select;
  private final Scope scope;

  private ServedSelect(JamesSelect select) {
    this.select = select;
    this.scope = select.attach();
  }

  /**
   * James looks the mailbox up.
   *
   * @param arguments the request is the last but one, however many there are
   * @return null where no span is to be made
   */
  public static ServedSelect start(Object[] arguments) {
    Netty3ImapCommand command = ServedCommand.current();
    Object request = arguments[arguments.length - 2];
    if (command == null || !(request instanceof AbstractMailboxSelectionRequest)) {
      return null;
    }
    JamesSelect select = JamesSelect.start(command, (AbstractMailboxSelectionRequest) request);
    return select == null ? null : new ServedSelect(select);
  }

  /** The mailbox is selected, or is not. */
  public void end(Throwable failure) {
    scope.close();
    select.end(failure);
  }
}
