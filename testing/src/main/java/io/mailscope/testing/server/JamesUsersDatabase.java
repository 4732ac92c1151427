// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The users of a James in the test's JVM, in a database in H2's memory that James asks by JPA. Its
 * outages are for one test at a time.
 */
public final class JamesUsersDatabase {

  private static final String URL = "jdbc:h2:mem:users";

  private Driver driver;

  /** Keeps the database alive, too. */
  private Connection connection;

  private JamesServer james;

  private JamesUsersDatabase() {}

  /** Starts James with an empty one, for the rest of the JVM's life. */
  public static JamesUsersDatabase start() {
    JamesUsersDatabase database = new JamesUsersDatabase();
    database.james =
        JamesServer.start(
            JamesConfiguration.write(JamesVersions.NEWEST)
                .with("META-INF/persistence.xml", JamesJpa.PERSISTENCE),
            null,
            JamesClassPath.ofTests("jpa"),
            loader -> {
              database.open(loader);
              // What has gone down must not come back as another, empty one.
              return JamesJpa.module(loader, URL + ";IFEXISTS=TRUE");
            });
    return database;
  }

  /** The James that it is of. */
  public JamesServer james() {
    return james;
  }

  /**
   * Ends the database, with all connections to it.
   *
   * @return starts it again
   */
  public Runnable down() {
    List<String> content = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet script = statement.executeQuery("SCRIPT")) {
      while (script.next()) {
        content.add(script.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    execute("SHUTDOWN");
    return () -> {
      connect();
      content.forEach(this::execute);
    };
  }

  /**
   * Lets each question after a user fail while the database answers it.
   *
   * @return ends that
   */
  public Runnable broken() {
    execute("ALTER TABLE JAMES_USER RENAME TO KEPT");
    execute(
        "CREATE VIEW JAMES_USER AS SELECT USER_NAME, PASSWORD, PASSWORD_HASH_ALGORITHM,"
            + " 1 / (version - version) AS version FROM KEPT");
    return () -> {
      execute("DROP VIEW JAMES_USER");
      execute("ALTER TABLE KEPT RENAME TO JAMES_USER");
    };
  }

  private void open(ClassLoader loader) {
    try {
      driver = (Driver) loader.loadClass("org.h2.Driver").getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    connect();
  }

  private void connect() {
    try {
      connection = driver.connect(URL, new Properties());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
