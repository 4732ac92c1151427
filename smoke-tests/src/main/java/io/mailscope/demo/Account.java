// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

/** A user of the demonstrated server. The passwords are no secrets: they are printed. */
enum Account {
  ALICE("alice"),
  BOB("bob");

  static final String PASSWORD = "wonderland";
  static final String WRONG_PASSWORD = "looking-glass";

  static final String DOMAIN = "example.test";

  /** Somebody whom the server does not know. */
  static final String STRANGER = "mallory";

  private final String user;

  Account(String user) {
    this.user = user;
  }

  String user() {
    return user;
  }

  String address() {
    return user + "@" + DOMAIN;
  }
}
