// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import static java.util.Arrays.asList;

import io.mailscope.hook.HookedType;
import java.util.List;

/** The classes that are advised, whatever the server calls itself. */
final class SubEthaHooks {

  private SubEthaHooks() {}

  static List<HookedType> all() {
    return asList(
        new ServerThreadInstrumentation(),
        new SessionRunInstrumentation(),
        new CommandLoopInstrumentation(),
        new SessionInstrumentation(),
        new CommandHandlerInstrumentation(),
        new ReaderInstrumentation(),
        new SenderInstrumentation(),
        new MessageDataInstrumentation(),
        // BDAT, since 5.2
        new ChunkInstrumentation(),
        new ChunkedDataInstrumentation(),
        new RefusalInstrumentation(),
        new ListenerInstrumentation());
  }
}
