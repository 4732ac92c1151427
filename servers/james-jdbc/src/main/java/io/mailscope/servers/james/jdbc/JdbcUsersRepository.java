// SPDX-License-Identifier: Apache-2.0
package io.mailscope.servers.james.jdbc;

import javax.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.james.user.lib.UsersRepositoryImpl;

/** Users in a database that compares their passwords itself. */
public final class JdbcUsersRepository extends UsersRepositoryImpl<JdbcUsersDao> {

  /** Called by James. */
  @Inject
  public JdbcUsersRepository(DomainList domains) {
    super(domains, new JdbcUsersDao());
    setEnableVirtualHosting(true);
  }

  @Override
  public boolean test(Username name, String password) throws UsersRepositoryException {
    return usersDAO.contains(name, password);
  }
}
