// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james.netty3;

import io.mailscope.imap.ImapCommand;
import io.mailscope.imap.james.JamesImapExchange;
import io.mailscope.imap.james.JamesImapFaults;
import io.mailscope.imap.james.JamesImapResponse;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.main.ResponseEncoder;

/**
 * A command until James 3.7, kept with what James decoded, then with the encoder that it makes for
 * the responses.
 */
public final class Netty3ImapCommand extends JamesImapExchange {

  private static final VirtualField<ImapMessage, Netty3ImapCommand> messages =
      VirtualField.find(ImapMessage.class, Netty3ImapCommand.class);
  private static final VirtualField<ResponseEncoder, Netty3ImapCommand> encoders =
      VirtualField.find(ResponseEncoder.class, Netty3ImapCommand.class);

  private final Netty3ImapConnection connection;

  private Netty3ImapCommand(
      Netty3ImapConnection connection, ImapMessage message, ImapCommand command) {
    super(message, command);
    this.connection = connection;
  }

  /** James has decoded a command, and will serve it in its turn. */
  static void decoded(Netty3ImapConnection connection, ImapMessage message, ImapCommand command) {
    messages.set(message, new Netty3ImapCommand(connection, message, command));
  }

  /** The command that was decoded into a message, or null. */
  static Netty3ImapCommand of(Object message) {
    return message instanceof ImapMessage ? messages.get((ImapMessage) message) : null;
  }

  /** James has made the encoder for what it serves on this thread. */
  public static void answers(ResponseEncoder encoder) {
    Netty3ImapCommand serving = ServedCommand.current();
    if (serving != null) {
      encoders.set(encoder, serving);
    }
  }

  /** James has written a response, or its encoder has failed to. */
  public static void written(ResponseEncoder encoder, Object response) {
    Netty3ImapCommand command = encoders.get(encoder);
    if (command != null) {
      JamesImapResponse.written(command, encoder.getFailure(), response);
    }
  }

  /** What is served on this thread fails; James may make an answer of it. */
  public static void failedBy(Throwable failure) {
    Netty3ImapCommand serving = ServedCommand.current();
    if (serving != null && failure != null && JamesImapFaults.isServerFault(failure)) {
      serving.command().failed(failure);
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
