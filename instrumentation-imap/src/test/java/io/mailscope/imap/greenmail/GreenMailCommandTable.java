// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import io.mailscope.testing.server.GreenMailVersions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What GreenMail answers to each command that it knows, in an order in which one session can. */
final class GreenMailCommandTable {

  /**
   * @param code first word of the response code, or null
   */
  record Row(String line, String state, String status, String code) {

    String name() {
      String[] words = line.split(" ");
      return words[0].equals("UID") ? "UID " + words[1] : words[0];
    }

    String spanName() {
      return "imap.command." + name().toLowerCase(Locale.ROOT).replace(' ', '_');
    }
  }

  private final List<Row> rows = new ArrayList<>();
  private String state;

  GreenMailCommandTable(String version) {
    boolean hasMove = !version.startsWith("1.5");
    in("NotAuthenticated");
    ok("CAPABILITY");
    ok("NOOP");
    no("AUTHENTICATE CRAM-MD5", null);
    no("LOGIN alice wrong", null);
    ok("LOGIN alice secret");
    in("Authenticated");
    ok("CREATE work");
    ok("CREATE trash");
    no("CREATE work", null);
    ok("RENAME trash bin");
    ok("SUBSCRIBE work");
    ok("UNSUBSCRIBE work");
    ok("LIST \"\" *");
    ok("LSUB \"\" *");
    ok("STATUS INBOX (MESSAGES)");
    no("STATUS nowhere (MESSAGES)", null);
    ok("DELETE bin");
    no("DELETE bin", null);
    ok("SETQUOTA INBOX (STORAGE 100)");
    // Older ones listen to QUOTA, which is no command of any RFC.
    code("GETQUOTA INBOX", version.equals(GreenMailVersions.NEWEST) ? "OK" : "BAD", null);
    ok("GETQUOTAROOT INBOX");
    code("EXAMINE INBOX", "OK", "READ-ONLY");
    in("Selected");
    code("SELECT INBOX", "OK", "READ-WRITE");
    ok("CHECK");
    ok("FETCH 1 FLAGS");
    ok("STORE 1 +FLAGS (\\Seen)");
    ok("SEARCH ALL");
    ok("SORT (SUBJECT) UTF-8 ALL");
    code("COPY 1 work", "OK", "COPYUID");
    no("COPY 1 nowhere", "TRYCREATE");
    code("MOVE 2 work", hasMove ? "OK" : "BAD", null);
    code("UID MOVE 1:* work", hasMove ? "OK" : "BAD", null);
    ok("EXPUNGE");
    ok("CLOSE");
    in("Authenticated");
    ok("LOGOUT");
  }

  List<Row> rows() {
    return rows;
  }

  private void in(String state) {
    this.state = state;
  }

  private void ok(String line) {
    code(line, "OK", null);
  }

  private void no(String line, String code) {
    code(line, "NO", code);
  }

  private void code(String line, String status, String code) {
    rows.add(new Row(line, state, status, code));
  }
}
