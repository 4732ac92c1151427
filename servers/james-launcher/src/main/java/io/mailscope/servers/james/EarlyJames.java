// SPDX-License-Identifier: Apache-2.0
package io.mailscope.servers.james;

import java.lang.reflect.Array;

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
    Class<?> type = Class.forName("org.apache.james.utils.DataProbeImpl");
    Object probe = james.getClass().getMethod("getProbe", Class.class).invoke(james, type);
    type.getMethod("addDomain", String.class).invoke(probe, arguments[0]);
    for (int i = 1; i < arguments.length; i += 2) {
      type.getMethod("addUser", String.class, String.class)
          .invoke(probe, arguments[i], arguments[i + 1]);
    }
    System.out.println("James is ready");
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

  private static Object call(Object target, String method) throws Exception {
    return target.getClass().getMethod(method).invoke(target);
  }

  private static Object combine(Object james, Object module) throws Exception {
    Class<?> type = Class.forName("com.google.inject.Module");
    Object modules = Array.newInstance(type, 1);
    Array.set(modules, 0, module);
    return james.getClass().getMethod("combineWith", modules.getClass()).invoke(james, modules);
  }
}
