// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import static io.mailscope.testing.server.SubEthaClasses.call;

import java.util.List;

/** Wiser, the SMTP server for tests that comes with SubEtha, of any version in the test's JVM. */
public final class WiserServer implements AutoCloseable {

  private final Object wiser;
  private final int port;

  private WiserServer(Object wiser, int port) {
    this.wiser = wiser;
    this.port = port;
  }

  /** Starts it. */
  public static WiserServer start(String version) {
    SubEthaClasses classes = new SubEthaClasses(version);
    Class<?> type = classes.type("wiser.Wiser");
    // Until 3.1.3 it does not tell which port it got.
    int port = FreePorts.take();
    Object wiser;
    if (classes.hasBuilder()) {
      wiser = call(type, "port", new Class<?>[] {int.class}, port);
    } else {
      wiser = classes.make("wiser.Wiser", new Class<?>[0]);
      call(wiser, "setPort", new Class<?>[] {int.class}, port);
    }
    classes.start(wiser);
    return new WiserServer(wiser, port);
  }

  public int port() {
    return port;
  }

  /** How many messages it holds: one for each recipient. */
  public int messageCount() {
    return ((List<?>) call(wiser, "getMessages")).size();
  }

  @Override
  public void close() {
    call(wiser, "stop");
  }
}
