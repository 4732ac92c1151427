// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;

/** What people do with a mail server, over plain sockets. */
final class Scenario {

  /** Somebody elsewhere. */
  private static final String DODGSON = "dodgson@oxford.test";

  /** The demo's mail, with CRLF line ends, the last one included. */
  static final String MAIL =
      String.join(
          "\r\n",
          "From: " + Account.ALICE.address(),
          "To: " + Account.BOB.address(),
          "Subject: Tea at four",
          "",
          "The Hatter has invited us.",
          "");

  private final ServerPorts ports;
  private final UnaryOperator<String> login;

  /**
   * @param login the name that a user logs in with
   */
  Scenario(ServerPorts ports, UnaryOperator<String> login) {
    this.ports = ports;
    this.login = login;
  }

  /** From another server. */
  void receive() {
    try (Dialog smtp = Dialog.connect("SMTP", ports.of(Port.SMTP), "220 ")) {
      smtp.say("EHLO mail.oxford.test", "250 ")
          .say("MAIL FROM:<" + DODGSON + ">", "250 ")
          .say("RCPT TO:<" + Account.BOB.address() + ">", "250 ")
          .say("DATA", "354")
          .say(MAIL + ".", "250 ")
          .say("QUIT", "221");
    }
  }

  /** For one whom the server knows and one whom it does not. */
  void deliver() {
    try (Dialog lmtp = Dialog.connect("LMTP", ports.of(Port.LMTP), "220 ")) {
      lmtp.say("LHLO mx.example.test", "250 ")
          .say("MAIL FROM:<" + DODGSON + ">", "250 ")
          .say("RCPT TO:<" + Account.BOB.address() + ">", "250 ")
          .say("RCPT TO:<" + Account.STRANGER + "@" + Account.DOMAIN + ">", "550 ")
          .say("DATA", "354")
          .say(MAIL + ".", "250 ")
          .say("QUIT", "221");
    }
  }

  /** By a user of the server, who logs in. */
  void submit(Port port) {
    try (Dialog smtp = Dialog.connect("SMTP", ports.of(port), "220 ")) {
      smtp.say("EHLO client.example.test", "250 ")
          .say("AUTH PLAIN " + plain(login.apply(Account.ALICE.user()), Account.PASSWORD), "235")
          .say("MAIL FROM:<" + Account.ALICE.address() + ">", "250 ")
          .say("RCPT TO:<" + Account.BOB.address() + ">", "250 ")
          .say("DATA", "354")
          .say(MAIL + ".", "250 ")
          .say("QUIT", "221");
    }
  }

  /** One of these many. */
  void retrieveByPop3(int messages) {
    try (Dialog pop3 = Dialog.connect("POP3", ports.of(Port.POP3), "+OK")) {
      pop3.say("USER " + login.apply(Account.BOB.user()), "+OK")
          .say("PASS " + Account.PASSWORD, "+OK")
          .say("STAT", "+OK " + messages + " ")
          .say("RETR 1", ".")
          .say("QUIT", "+OK");
    }
  }

  void fetchByImap() {
    try (Dialog imap = Dialog.connect("IMAP", ports.of(Port.IMAP), "* OK")) {
      imap.say("a LOGIN " + login.apply(Account.BOB.user()) + " " + Account.PASSWORD, "a OK")
          .say("b SELECT INBOX", "b OK")
          .say("c FETCH 1 (FLAGS ENVELOPE)", "c OK")
          .say("d UID FETCH 1:* (UID BODY[])", "d OK")
          .leave("e LOGOUT");
    }
  }

  void loginWithWrongPassword() {
    try (Dialog pop3 = Dialog.connect("POP3", ports.of(Port.POP3), "+OK")) {
      pop3.say("USER " + login.apply(Account.BOB.user()), "+OK")
          .say("PASS " + Account.WRONG_PASSWORD, "-ERR")
          .say("QUIT", "+OK");
    }
  }

  void loginAsStranger() {
    try (Dialog imap = Dialog.connect("IMAP", ports.of(Port.IMAP), "* OK")) {
      imap.say("a LOGIN " + login.apply(Account.STRANGER) + " " + Account.PASSWORD, "a NO")
          .leave("b LOGOUT");
    }
  }

  /** SASL PLAIN, RFC 4616. */
  private static String plain(String user, String password) {
    String message = "\0" + user + "\0" + password;
    return Base64.getEncoder().encodeToString(message.getBytes(StandardCharsets.UTF_8));
  }
}
