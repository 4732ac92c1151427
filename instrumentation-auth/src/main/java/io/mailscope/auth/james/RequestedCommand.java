// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import io.mailscope.core.session.MailCommand;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import org.apache.james.imap.message.request.AbstractImapRequest;

/** The command that began with a request of IMAP, whatever thread James looks at it on. */
final class RequestedCommand {

  // Filled where commands begin, which is not here.
  private static final VirtualField<AbstractImapRequest, MailCommand> requests =
      VirtualField.find(AbstractImapRequest.class, MailCommand.class);

  private RequestedCommand() {}

  /** Null where there is none, or where it is none that we know. */
  static MailCommand of(Object request) {
    return request instanceof AbstractImapRequest
        ? requests.get((AbstractImapRequest) request)
        : null;
  }
}
