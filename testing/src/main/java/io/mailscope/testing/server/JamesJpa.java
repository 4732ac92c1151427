// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import static io.mailscope.testing.server.JamesClasses.call;

import java.util.Map;

/**
 * James' own users' repository by JPA, as its JPA servers have it, of which no jar is published.
 */
final class JamesJpa {

  private static final String UNIT = "Global";
  private static final String ENTITY = "org.apache.james.user.jpa.model.JPAUser";
  private static final String REPOSITORY = "org.apache.james.user.jpa.JPAUsersRepository";

  /** For {@code META-INF/persistence.xml}. */
  static final String PERSISTENCE =
      """
      <persistence xmlns="http://java.sun.com/xml/ns/persistence" version="2.0">
        <persistence-unit name="%s" transaction-type="RESOURCE_LOCAL">
          <class>%s</class>
          <properties>
            <property name="openjpa.jdbc.SynchronizeMappings" value="buildSchema"/>
            <property name="openjpa.Log" value="none"/>
          </properties>
        </persistence-unit>
      </persistence>
      """
          .formatted(UNIT, ENTITY);

  private final ClassLoader loader;
  private final String url;

  private JamesJpa(ClassLoader loader, String url) {
    this.loader = loader;
    this.url = url;
  }

  /**
   * A module for Guice.
   *
   * @param james James' class loader, which is the thread's at present
   * @param url of the database, in H2
   */
  static Object module(ClassLoader james, String url) {
    JamesJpa jpa = new JamesJpa(james, url);
    return JamesStub.of(
        jpa.type("com.google.inject.Module"),
        (method, arguments) -> {
          jpa.configure(arguments[0]);
          return null;
        });
  }

  private void configure(Object binder) {
    Class<?> repository = type(REPOSITORY);
    call(
        call(binder, "bind", type("javax.persistence.EntityManagerFactory")),
        "toInstance",
        entities());
    call(call(binder, "bind", repository), "in", singleton());
    call(call(binder, "bind", type("org.apache.james.user.api.UsersRepository")), "to", repository);

    Object users = call(binder, "getProvider", repository);
    Object settings =
        call(
            binder,
            "getProvider",
            type("org.apache.james.server.core.configuration.ConfigurationProvider"));
    Class<?> operation = type("org.apache.james.utils.InitializationOperation");
    Object first =
        JamesStub.of(
            operation,
            (method, arguments) ->
                switch (method) {
                  case "initModule" ->
                      call(
                          call(users, "get"),
                          "configure",
                          call(call(settings, "get"), "getConfiguration", "usersrepository"));
                  case "forClass" -> repository;
                  default -> JamesStub.Behaviour.NOT_MINE;
                });
    Object operations =
        call(
            type("com.google.inject.multibindings.Multibinder"), "newSetBinder", binder, operation);
    call(call(operations, "addBinding"), "toInstance", first);
  }

  private Object entities() {
    return call(
        type("javax.persistence.Persistence"),
        "createEntityManagerFactory",
        UNIT,
        Map.of("openjpa.ConnectionDriverName", "org.h2.Driver", "openjpa.ConnectionURL", url));
  }

  private Object singleton() {
    try {
      return type("com.google.inject.Scopes").getField("SINGLETON").get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Class<?> type(String name) {
    try {
      return loader.loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
