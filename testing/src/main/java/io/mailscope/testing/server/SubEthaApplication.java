// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The application that SubEtha is embedded in: its handlers and its validator. */
final class SubEthaApplication {

  private static final String MESSAGES = "smtp.MessageHandler";
  private static final String VALIDATOR = "smtp.auth.UsernamePasswordValidator";

  private final SubEthaServer server;
  private final SubEthaClasses classes;
  private volatile SubEthaServer.Handler handler = (server, method, argument) -> {};
  private volatile boolean asListener;

  SubEthaApplication(SubEthaServer server, SubEthaClasses classes) {
    this.server = server;
    this.classes = classes;
  }

  void handler(SubEthaServer.Handler handler) {
    this.handler = handler;
  }

  void listener(SubEthaServer.Handler listener) {
    handler = listener;
    asListener = true;
  }

  /** Until 3.1.5 TLS can't be switched off. */
  boolean hasTlsAlways() {
    for (var method : classes.type("smtp.server.SMTPServer").getMethods()) {
      if (method.getName().equals("setEnableTLS")) {
        return false;
      }
    }
    return true;
  }

  Object handlerFactory() {
    if (asListener) {
      return classes.make(
          "smtp.helper.BasicMessageHandlerFactory",
          new Class<?>[] {classes.type("smtp.helper.BasicMessageListener"), int.class},
          classes.implement(
              "smtp.helper.BasicMessageListener",
              (method, arguments) -> on("messageArrived", arguments[3])),
          0);
    }
    return classes.implement("smtp.MessageHandlerFactory", (method, arguments) -> messageHandler());
  }

  private Object messageHandler() {
    return classes.implement(
        MESSAGES,
        (method, arguments) -> {
          if (method.equals("data")) {
            on(method, arguments[0]);
            // What the application left, SubEtha reads itself; 3.1.3 does not.
            ((InputStream) arguments[0]).readAllBytes();
            return null;
          }
          return on(method, arguments == null ? null : arguments[0]);
        });
  }

  private Object on(String method, Object argument) throws Throwable {
    handler.on(server, method, argument);
    return null;
  }

  Object authenticationFactory(SubEthaServer.Validator validator) {
    return classes.make(
        "smtp.auth.EasyAuthenticationHandlerFactory",
        new Class<?>[] {classes.type(VALIDATOR)},
        classes.implement(
            VALIDATOR,
            (method, arguments) -> {
              validator.login(server, (String) arguments[0], (String) arguments[1]);
              return null;
            }));
  }

  /** Behind SubEtha's own choice between mechanisms, as it is where PLAIN and LOGIN are offered. */
  Object mechanism(String name, SubEthaServer.Mechanism mechanism) {
    Object own =
        classes.implement(
            "smtp.AuthenticationHandlerFactory",
            (method, arguments) ->
                method.equals("create") ? mechanismHandler(mechanism) : List.of(name));
    return classes.make(
        "smtp.auth.MultipleAuthenticationHandlerFactory",
        new Class<?>[] {Collection.class},
        List.of(own));
  }

  private Object mechanismHandler(SubEthaServer.Mechanism mechanism) {
    return classes.implement(
        "smtp.AuthenticationHandler",
        (method, arguments) -> {
          if (method.equals("getIdentity")) {
            return "alice";
          }
          String challenge = mechanism.auth(server, (String) arguments[0]);
          return classes.hasBuilder() ? Optional.ofNullable(challenge) : challenge;
        });
  }

  Object proxyHandler() {
    try {
      return classes
          .type("smtp.internal.proxy.ProxyProtocolV1Handler")
          .getField("INSTANCE")
          .get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  Throwable exception(String name, int code, String message) {
    return (Throwable) classes.make(name, new Class<?>[] {int.class, String.class}, code, message);
  }
}
