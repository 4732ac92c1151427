// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicInteger;

/** How many commands an IMAP server of James believes to work on, those that wait included. */
public final class JamesImapLoad {

  private final Object throttler;
  private final AtomicInteger commands;

  private JamesImapLoad(Object throttler, AtomicInteger commands) {
    this.throttler = throttler;
    this.commands = commands;
  }

  static JamesImapLoad of(Object server) {
    try {
      Object throttler = JamesServer.field(server, "reactiveThrottler").get(server);
      Object commands = JamesServer.field(throttler, "concurrentRequests").get(throttler);
      return new JamesImapLoad(throttler, (AtomicInteger) commands);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The number. */
  public int get() {
    return commands.get();
  }

  /** Lets James believe another number. */
  public void set(int commands) {
    this.commands.set(commands);
  }

  /** Lets James believe that it is done with one, so that it goes on to one that waits. */
  public void oneLess() {
    try {
      Method done = throttler.getClass().getDeclaredMethod("onRequestDone");
      done.setAccessible(true);
      done.invoke(throttler);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
