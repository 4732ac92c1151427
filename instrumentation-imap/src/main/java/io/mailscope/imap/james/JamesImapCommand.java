// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import io.mailscope.core.session.MailCommand;
import io.mailscope.imap.ImapCommand;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.main.ResponseEncoder;
import org.apache.james.imap.message.request.AbstractImapRequest;
import org.apache.james.imapserver.netty.NettyImapSession;

/** A command since James 3.8, kept with the encoder that James makes for its responses. */
public final class JamesImapCommand extends JamesImapExchange {

  private static final VirtualField<ResponseEncoder, JamesImapCommand> commands =
      VirtualField.find(ResponseEncoder.class, JamesImapCommand.class);

  // Of the core's type, for who is told of a request only and knows no more of IMAP.
  private static final VirtualField<AbstractImapRequest, MailCommand> requests =
      VirtualField.find(AbstractImapRequest.class, MailCommand.class);

  private final JamesImapConnection connection;

  private JamesImapCommand(
      JamesImapConnection connection, ImapMessage message, ImapCommand command) {
    super(message, command);
    this.connection = connection;
  }

  /** James was handed what it decoded; null where it is not of a connection that we know. */
  public static JamesImapCommand start(ImapMessage message, Object responder, Object session) {
    JamesImapConnection connection = JamesImapConnection.of(session);
    if (connection == null || !(responder instanceof ResponseEncoder)) {
      return null;
    }
    JamesImapCommand started =
        new JamesImapCommand(
            connection,
            message,
            JamesImapRequest.command(connection, (NettyImapSession) session, message));
    commands.set((ResponseEncoder) responder, started);
    if (message instanceof AbstractImapRequest) {
      requests.set((AbstractImapRequest) message, started.command());
    }
    return started;
  }

  /** The command whose responses this encoder writes, or null. */
  static JamesImapCommand of(Object responder) {
    return responder instanceof ResponseEncoder ? commands.get((ResponseEncoder) responder) : null;
  }

  /** James has written a response, or its encoder has failed to. */
  public static void written(ResponseEncoder encoder, Object response) {
    JamesImapCommand command = of(encoder);
    if (command != null) {
      JamesImapResponse.written(command, encoder.getFailure(), response);
    }
  }

  /**
   * James has too much to do. It means to answer NO but tells nobody who could: the client waits
   * until it gives up. Refused or not, what waits behind another command of its connection is done
   * once that is.
   */
  public static void rejected(Object message, Throwable rejection) {
    MailCommand rejected =
        message instanceof AbstractImapRequest ? requests.get((AbstractImapRequest) message) : null;
    if (rejected != null && rejected.isAlone()) {
      rejected.failed(rejection);
      rejected.end();
    }
  }

  @Override
  protected void waits(boolean waiting) {
    connection.waits(this, waiting);
  }

  @Override
  protected void startsTls() {
    connection.startsTls();
  }

  @Override
  protected void broken(Throwable failure) {
    connection.failed(failure);
  }
}
