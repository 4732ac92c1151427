// SPDX-License-Identifier: Apache-2.0
package io.mailscope.servers.james.jdbc;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.apache.james.FakeSearchMailboxModule;
import org.apache.james.GuiceJamesServer;
import org.apache.james.JamesServerMain;
import org.apache.james.MemoryJamesConfiguration;
import org.apache.james.MemoryJamesServerMain;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.user.api.UsersRepository;

/**
 * Starts James' memory server with its users in a database: an assembly of an operator's own. James
 * gets a proxy of the repository, as of one that is decorated.
 */
public final class JdbcJames extends AbstractModule {

  private JdbcJames() {}

  /** Called by the JVM; James' configuration is in the directory {@code working.directory}. */
  public static void main(String[] arguments) throws Exception {
    MemoryJamesConfiguration configuration =
        MemoryJamesConfiguration.builder().useWorkingDirectoryEnvProperty().build();
    GuiceJamesServer server =
        MemoryJamesServerMain.createServer(configuration)
            .combineWith(new FakeSearchMailboxModule())
            .overrideWith(new JdbcJames());
    JamesServerMain.main(server);
  }

  @Provides
  @Singleton
  UsersRepository users(DomainList domains) {
    UsersRepository users = new JdbcUsersRepository(domains);
    return (UsersRepository)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {UsersRepository.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(users, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
