// SPDX-License-Identifier: Apache-2.0
package io.mailscope.servers.james.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The table of users, in H2's memory. Statements carry their values as text, as they should not, so
 * that tests see whether a value gets into telemetry. Thread-safe.
 */
final class Accounts {

  /** The local part of a user for whom the database fails. */
  private static final String BROKEN = "broken";

  private static final String URL = "jdbc:h2:mem:accounts;DB_CLOSE_DELAY=-1";

  Accounts() {
    try {
      // Whoever's class loader this is in: the driver manager looks at the system's alone.
      Class.forName("org.h2.Driver");
      update("CREATE TABLE IF NOT EXISTS account (name VARCHAR PRIMARY KEY, secret VARCHAR)");
    } catch (ClassNotFoundException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void add(String name, String password) throws SQLException {
    update("INSERT INTO account VALUES (" + text(name) + ", " + text(password) + ")");
  }

  boolean contains(String name) throws SQLException {
    return count(name, "") == 1;
  }

  boolean contains(String name, String password) throws SQLException {
    return count(name, " AND secret = " + text(password)) == 1;
  }

  int count() throws SQLException {
    return query("SELECT COUNT(*) FROM account");
  }

  private static int count(String name, String condition) throws SQLException {
    String table = name.startsWith(BROKEN + "@") ? "nowhere" : "account";
    return query("SELECT COUNT(*) FROM " + table + " WHERE name = " + text(name) + condition);
  }

  private static int query(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(URL);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getInt(1);
    }
  }

  private static void update(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(URL);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
