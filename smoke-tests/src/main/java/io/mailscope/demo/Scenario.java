// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What people do with a mail server, over plain sockets. */
final class Scenario {

  /** The demo's one mail, with CRLF line ends, the last one included. */
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

  Scenario(ServerPorts ports) {
    this.ports = ports;
  }

  void sendMail() {
    try (Dialog smtp = Dialog.connect("SMTP", ports.smtp(), "220 ")) {
      smtp.say("EHLO client.example.test", "250 ")
          .say("AUTH PLAIN " + plain(Account.ALICE.login(), Account.PASSWORD), "235")
          .say("MAIL FROM:<" + Account.ALICE.address() + ">", "250 ")
          .say("RCPT TO:<" + Account.BOB.address() + ">", "250 ")
          .say("DATA", "354")
          .say(MAIL + ".", "250 ")
          .say("QUIT", "221");
    }
  }

  void retrieveByPop3() {
    try (Dialog pop3 = Dialog.connect("POP3", ports.pop3(), "+OK")) {
      pop3.say("USER " + Account.BOB.login(), "+OK")
          .say("PASS " + Account.PASSWORD, "+OK")
          .say("STAT", "+OK 1 ")
          .say("RETR 1", ".")
          .say("QUIT", "+OK");
    }
  }

  void fetchByImap() {
    try (Dialog imap = Dialog.connect("IMAP", ports.imap(), "* OK")) {
      imap.say("a LOGIN " + Account.BOB.login() + " " + Account.PASSWORD, "a OK")
          .say("b SELECT INBOX", "b OK")
          .say("c FETCH 1 (FLAGS ENVELOPE)", "c OK")
          .say("d UID FETCH 1:* (UID BODY[])", "d OK")
          .say("e LOGOUT", "e OK");
    }
  }

  void loginWithWrongPassword() {
    try (Dialog pop3 = Dialog.connect("POP3", ports.pop3(), "+OK")) {
      pop3.say("USER " + Account.BOB.login(), "+OK")
          .say("PASS " + Account.WRONG_PASSWORD, "-ERR")
          .say("QUIT", "+OK");
    }
  }

  void loginAsStranger() {
    try (Dialog imap = Dialog.connect("IMAP", ports.imap(), "* OK")) {
      imap.say("a LOGIN " + Account.STRANGER + " " + Account.PASSWORD, "a NO")
          .say("b LOGOUT", "b OK");
    }
  }

  /** SASL PLAIN, RFC 4616. */
  private static String plain(String user, String password) {
    String message = "\0" + user + "\0" + password;
    return Base64.getEncoder().encodeToString(message.getBytes(StandardCharsets.UTF_8));
  }
}
