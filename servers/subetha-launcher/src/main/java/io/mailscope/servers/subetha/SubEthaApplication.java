// SPDX-License-Identifier: Apache-2.0
package io.mailscope.servers.subetha;

import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * An application that takes all messages by an unmodified SubEtha SMTP, and has one user.
 * Everything by reflection, since any version may be on its class path.
 */
public final class SubEthaApplication {

  private static final String PACKAGE = "org.subethamail.smtp.";

  private SubEthaApplication() {}

  /**
   * @param arguments the port, the user, and the user's password
   */
  public static void main(String[] arguments) throws Exception {
    Object server =
        server(
            Integer.parseInt(arguments[0]), messages(), authentication(arguments[1], arguments[2]));
    server.getClass().getMethod("start").invoke(server);
  }

  private static Object server(int port, Object messages, Object authentication) throws Exception {
    Class<?> type = type("server.SMTPServer");
    Class<?> messagesType = type("MessageHandlerFactory");
    Class<?> authenticationType = type("AuthenticationHandlerFactory");
    try {
      Object server = type.getConstructor(messagesType).newInstance(messages);
      type.getMethod("setPort", int.class).invoke(server, port);
      type.getMethod("setAuthenticationHandlerFactory", authenticationType)
          .invoke(server, authentication);
      return server;
    } catch (NoSuchMethodException since40) {
      Object builder = type.getMethod("port", int.class).invoke(null, port);
      builder = set(builder, "messageHandlerFactory", messagesType, messages);
      builder = set(builder, "authenticationHandlerFactory", authenticationType, authentication);
      return builder.getClass().getMethod("build").invoke(builder);
    }
  }

  private static Object set(Object builder, String option, Class<?> type, Object value)
      throws Exception {
    return builder.getClass().getMethod(option, type).invoke(builder, value);
  }

  private static Object messages() throws Exception {
    Object handler =
        implement(
            "MessageHandler",
            (self, method, arguments) -> {
              if (method.getName().equals("data")) {
                readAll((InputStream) arguments[0]);
              }
              return null;
            });
    return implement("MessageHandlerFactory", (self, method, arguments) -> handler);
  }

  private static void readAll(InputStream message) throws Exception {
    byte[] buffer = new byte[8192];
    while (message.read(buffer) >= 0) {
      // It is kept nowhere.
    }
  }

  private static Object authentication(String user, String password) throws Exception {
    Class<?> failure = type("auth.LoginFailedException");
    Object validator =
        implement(
            "auth.UsernamePasswordValidator",
            (self, method, arguments) -> {
              if (!user.equals(arguments[0]) || !password.equals(arguments[1])) {
                throw (Throwable) failure.getConstructor().newInstance();
              }
              return null;
            });
    return type("auth.EasyAuthenticationHandlerFactory")
        .getConstructor(type("auth.UsernamePasswordValidator"))
        .newInstance(validator);
  }

  private static Object implement(String name, InvocationHandler body) throws Exception {
    Class<?> type = type(name);
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, body);
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(PACKAGE + name);
  }
}
