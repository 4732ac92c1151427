// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.meter;

import io.mailscope.core.catalog.CommandName;
import io.mailscope.core.catalog.MailAttributes;
import io.mailscope.core.catalog.MailProtocol;
import io.opentelemetry.api.common.Attributes;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The attributes of {@code {protocol}.command.duration}, one set for each command and reply class,
 * made when first needed and then shared. Thread-safe.
 */
final class CommandDurations {

  private final ReplyClasses replies;
  private final AtomicReferenceArray<Attributes> table;
  private final ErrorTypes errorTypes = new ErrorTypes();

  CommandDurations(MailProtocol protocol) {
    replies = ReplyClasses.of(protocol);
    table = new AtomicReferenceArray<>(protocol.commands().all().size() * replies.names().size());
  }

  Attributes attributes(CommandName command, int reply, String errorType) {
    if (errorType != null) {
      return Attributes.of(
          MailAttributes.COMMAND,
          command.name(),
          replies.key(),
          replies.names().get(reply),
          MailAttributes.ERROR_TYPE,
          errorTypes.bounded(errorType));
    }
    int index = command.index() * replies.names().size() + reply;
    Attributes attributes = table.get(index);
    if (attributes == null) {
      attributes =
          Attributes.of(
              MailAttributes.COMMAND, command.name(), replies.key(), replies.names().get(reply));
      table.set(index, attributes);
    }
    return attributes;
  }
}
