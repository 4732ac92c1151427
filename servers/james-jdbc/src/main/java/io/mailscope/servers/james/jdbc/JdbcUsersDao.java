// SPDX-License-Identifier: Apache-2.0
package io.mailscope.servers.james.jdbc;

import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.james.user.api.model.User;
import org.apache.james.user.lib.UsersDAO;
import org.apache.james.user.lib.model.Algorithm;
import org.apache.james.user.lib.model.DefaultUser;

/** James' access to the table of users, as far as the protocols need it. Thread-safe. */
final class JdbcUsersDao implements UsersDAO {

  private static final Algorithm ALGORITHM = Algorithm.of("PBKDF2");

  private final Accounts accounts = new Accounts();

  @Override
  public Optional<? extends User> getUserByName(Username name) throws UsersRepositoryException {
    return contains(name)
        ? Optional.of(new DefaultUser(name, ALGORITHM, ALGORITHM))
        : Optional.empty();
  }

  @Override
  public boolean contains(Username name) throws UsersRepositoryException {
    try {
      return accounts.contains(name.asString());
    } catch (SQLException e) {
      throw new UsersRepositoryException("The database failed", e);
    }
  }

  boolean contains(Username name, String password) throws UsersRepositoryException {
    try {
      return accounts.contains(name.asString(), password);
    } catch (SQLException e) {
      throw new UsersRepositoryException("The database failed", e);
    }
  }

  @Override
  public void addUser(Username username, String password) throws UsersRepositoryException {
    try {
      accounts.add(username.asString(), password);
    } catch (SQLException e) {
      throw new UsersRepositoryException("The database failed", e);
    }
  }

  @Override
  public int countUsers() throws UsersRepositoryException {
    try {
      return accounts.count();
    } catch (SQLException e) {
      throw new UsersRepositoryException("The database failed", e);
    }
  }

  @Override
  public Iterator<Username> list() {
    return Collections.emptyIterator();
  }

  @Override
  public void updateUser(User user) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void removeUser(Username name) {
    throw new UnsupportedOperationException();
  }
}
