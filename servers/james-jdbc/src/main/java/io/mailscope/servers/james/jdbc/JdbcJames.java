// SPDX-License-Identifier: Apache-2.0
package io.mailscope.servers.james.jdbc;

import com.google.inject.Scopes;
import org.apache.james.FakeSearchMailboxModule;
import org.apache.james.GuiceJamesServer;
import org.apache.james.JamesServerMain;
import org.apache.james.MemoryJamesConfiguration;
import org.apache.james.MemoryJamesServerMain;
import org.apache.james.user.api.UsersRepository;

/** Starts James' memory server with its users in a database: an assembly of an operator's own. */
public final class JdbcJames {

  private JdbcJames() {}

  /** Called by the JVM; James' configuration is in the directory {@code working.directory}. */
  public static void main(String[] arguments) throws Exception {
    MemoryJamesConfiguration configuration =
        MemoryJamesConfiguration.builder().useWorkingDirectoryEnvProperty().build();
    GuiceJamesServer server =
        MemoryJamesServerMain.createServer(configuration)
            .combineWith(new FakeSearchMailboxModule())
            .overrideWith(
                binder ->
                    binder
                        .bind(UsersRepository.class)
                        .to(JdbcUsersRepository.class)
                        .in(Scopes.SINGLETON));
    JamesServerMain.main(server);
  }
}
