// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/** The encoder of responses of an IMAP server of James, which fails once, as at a lost blob. */
final class JamesEncoder {

  private static final String TYPE = "org.apache.james.imap.encode.ImapEncoder";

  private JamesEncoder() {}

  /**
   * Puts itself before the encoder, for connections that begin from now on.
   *
   * @param response simple name of the class of responses of which the first fails
   * @return puts the encoder back
   */
  static Runnable failingOnce(Object server, String response) throws ReflectiveOperationException {
    Field field = JamesServer.field(server, "encoder");
    Object james = field.get(server);
    ClassLoader loader = server.getClass().getClassLoader();
    AtomicBoolean failed = new AtomicBoolean();
    field.set(
        server,
        Proxy.newProxyInstance(
            loader,
            new Class<?>[] {loader.loadClass(TYPE)},
            (proxy, method, arguments) -> {
              if (method.getName().equals("encode")
                  && arguments[0].getClass().getSimpleName().equals(response)
                  && failed.compareAndSet(false, true)) {
                throw new IOException("lost");
              }
              try {
                return method.invoke(james, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
    return () -> {
      try {
        field.set(server, james);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    };
  }
}
