// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import static io.mailscope.testing.server.JamesClasses.call;

import java.util.Optional;
import java.util.function.Predicate;

/** A users' repository of James, of any version, or one that others made for it. */
public final class JamesUsersRepository {

  private static final String MEMORY = "user.memory.MemoryUsersRepository";

  /** What another repository does. */
  public interface Test {

    /** Whether this is the user's password. */
    boolean test(Object user, String password) throws Exception;
  }

  private final JamesClasses james;
  private final Object repository;

  private JamesUsersRepository(JamesClasses james, Object repository) {
    this.james = james;
    this.repository = repository;
  }

  static JamesUsersRepository inMemory(JamesClasses james) {
    Class<?> type = james.type(MEMORY);
    boolean early = !james.has("core.Username");
    return new JamesUsersRepository(
        james,
        early
            ? call(type, "withoutVirtualHosting")
            : call(type, "withoutVirtualHosting", james.stub("domainlist.api.DomainList")));
  }

  static JamesUsersRepository own(JamesClasses james, Test test) {
    return new JamesUsersRepository(
        james,
        james.make(
            james.subclass(
                "user.api.UsersRepository",
                (method, arguments) -> test.test(arguments[0], (String) arguments[1]),
                "test")));
  }

  /** James' own way to check, for one user of another's making; since James 3.8. */
  static JamesUsersRepository ofUser(JamesClasses james, Predicate<String> password) {
    Object user =
        james.make(
            james.subclass(
                "user.api.model.User",
                (method, arguments) -> password.test((String) arguments[0]),
                "verifyPassword"));
    Object users =
        james.stub(
            "user.lib.UsersDAO",
            (method, arguments) ->
                method.equals("getUserByName") ? Optional.of(user) : JamesStub.Behaviour.NOT_MINE);
    return new JamesUsersRepository(
        james,
        james.make(
            james.subclass(
                "user.lib.UsersRepositoryImpl",
                (method, arguments) -> JamesStub.Behaviour.NOT_MINE,
                "nothing"),
            james.stub("domainlist.api.DomainList"),
            users));
  }

  /** Adds a user. */
  public JamesUsersRepository add(String user, String password) {
    call(repository, "addUser", name(user), password);
    return this;
  }

  /** Whether this is the user's password, as James asks it. */
  public boolean test(Object user, String password) throws Exception {
    return (boolean) call(repository, "test", user, password);
  }

  /** A user as James knows it. */
  public Object name(String user) {
    return james.has("core.Username") ? call(james.type("core.Username"), "of", user) : user;
  }
}
