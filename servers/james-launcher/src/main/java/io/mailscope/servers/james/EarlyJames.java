// SPDX-License-Identifier: Apache-2.0
package io.mailscope.servers.james;

import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * Starts an unmodified James 3.0 or 3.2 with one domain and users. Their own main classes ask for a
 * module for JMX that cannot be had with the modules of the memory server, and their web
 * administration listens on all addresses: so they are started without both. Everything by
 * reflection, since it is on the class path of any of the two.
 */
public final class EarlyJames {

  private EarlyJames() {}

  /**
   * @param arguments a domain, then users and passwords in turn
   */
  public static void main(String[] arguments) throws Exception {
    Object james = configure();
    james.getClass().getMethod("start").invoke(james);
    Object users = probe(james, "org.apache.james.utils.DataProbeImpl");
    Object mailboxes = probe(james, "org.apache.james.modules.MailboxProbeImpl");
    call(users, "addDomain", arguments[0]);
    for (int i = 1; i < arguments.length; i += 2) {
      call(users, "addUser", arguments[i], arguments[i + 1]);
      // James makes it with the first message or login, and of two that come at once one fails.
      call(mailboxes, "createMailbox", "#private", arguments[i], "INBOX");
    }
    System.out.println("James is ready");
  }

  private static Object probe(Object james, String type) throws Exception {
    return james.getClass().getMethod("getProbe", Class.class).invoke(james, Class.forName(type));
  }

  private static Object configure() throws Exception {
    Class<?> server = Class.forName("org.apache.james.GuiceJamesServer");
    Class<?> main = Class.forName("org.apache.james.MemoryJamesServerMain");
    try {
      Object james = server.getConstructor().newInstance();
      return combine(james, main.getField("inMemoryServerModule").get(null));
    } catch (NoSuchMethodException since31) {
      Class<?> type = Class.forName("org.apache.james.server.core.configuration.Configuration");
      Object builder = type.getMethod("builder").invoke(null);
      builder = call(builder, "useWorkingDirectoryEnvProperty");
      Object james =
          server.getMethod("forConfiguration", type).invoke(null, call(builder, "build"));
      return combine(james, main.getField("IN_MEMORY_SERVER_AGGREGATE_MODULE").get(null));
    }
  }

  private static Object call(Object target, String method, String... arguments) throws Exception {
    Class<?>[] types = new Class<?>[arguments.length];
    Arrays.fill(types, String.class);
    return target.getClass().getMethod(method, types).invoke(target, (Object[]) arguments);
  }

  private static Object combine(Object james, Object module) throws Exception {
    Class<?> type = Class.forName("com.google.inject.Module");
    Object modules = Array.newInstance(type, 1);
    Array.set(modules, 0, module);
    return james.getClass().getMethod("combineWith", modules.getClass()).invoke(james, modules);
  }
}
