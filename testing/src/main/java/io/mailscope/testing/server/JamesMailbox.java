// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import io.mailscope.testing.server.JamesStub.Behaviour;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/** A mailbox for James' POP3 server. */
final class JamesMailbox {

  private static final String PACKAGE = "protocols.pop3.mailbox.";

  private final JamesClasses james;
  private final List<byte[]> messages;

  JamesMailbox(JamesClasses james, List<byte[]> messages) {
    this.james = james;
    this.messages = messages;
  }

  /** The mailbox as James knows it. */
  Object open() {
    return james.stub(
        PACKAGE + "Mailbox",
        (method, arguments) ->
            switch (method) {
              case "getMessages" -> metaData();
              case "getMessage" -> content(arguments);
              case "getIdentifier" -> "mailbox";
              default -> Behaviour.NOT_MINE;
            });
  }

  private ByteArrayInputStream content(Object[] arguments) {
    return new ByteArrayInputStream(messages.get(Integer.parseInt((String) arguments[0])));
  }

  private List<Object> metaData() {
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      try {
        all.add(
            james
                .type(PACKAGE + "MessageMetaData")
                .getConstructor(String.class, long.class)
                .newInstance(Integer.toString(i), (long) messages.get(i).length));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return all;
  }
}
