// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import static io.mailscope.testing.server.SubEthaClasses.call;

import javax.net.ssl.SSLContext;

/** SubEtha since 4.0: a builder makes a server for each start. */
final class SubEthaBuilder implements SubEthaSetup {

  private final SubEthaClasses classes;
  private final SubEthaApplication application;
  private final Object builder;
  private Object server;

  SubEthaBuilder(SubEthaClasses classes, SubEthaApplication application) {
    this.classes = classes;
    this.application = application;
    builder = call(classes.type("smtp.server.SMTPServer"), "port", new Class<?>[] {int.class}, 0);
  }

  @Override
  public void set(String setter, String option, Class<?> type, Object value) {
    set(option, type, value);
  }

  private void set(String option, Class<?> type, Object value) {
    call(builder, option, new Class<?>[] {type}, value);
  }

  @Override
  public void withoutReceivedHeaders() {
    set("insertReceivedHeaders", boolean.class, false);
  }

  @Override
  public void startTls() {
    set("enableTLS", boolean.class, true);
    set("startTlsSocketFactory", SSLContext.class, ServerKey.context());
  }

  @Override
  public void tls() {
    set("serverSocketFactory", SSLContext.class, ServerKey.context());
  }

  @Override
  public Object server() {
    if (server == null) {
      set(
          "messageHandlerFactory",
          classes.type("smtp.MessageHandlerFactory"),
          application.handlerFactory());
    }
    server = call(builder, "build");
    return server;
  }

  @Override
  public int port() {
    return (int) call(server, "getPortAllocated");
  }
}
