// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

/** A user of the demonstrated server. The passwords are no secrets: they are printed. */
enum Account {
  ALICE("alice"),
  BOB("bob");

  static final String PASSWORD = "wonderland";
  static final String WRONG_PASSWORD = "looking-glass";

  /** Somebody whom the server does not know. */
  static final String STRANGER = "mallory";

  private final String login;

  Account(String login) {
    this.login = login;
  }

  String login() {
    return login;
  }

  String address() {
    return login + "@example.test";
  }
}
