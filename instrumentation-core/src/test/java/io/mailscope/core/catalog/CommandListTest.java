// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandListTest {

  private final CommandList imap = MailProtocol.IMAP.commands();
  private final CommandList smtp = MailProtocol.SMTP.commands();

  @ParameterizedTest
  @EnumSource(MailProtocol.class)
  void findsEveryCommandInAnyCase(MailProtocol protocol) {
    for (CommandName command : protocol.commands().all()) {
      if (command == protocol.commands().other()) {
        continue;
      }
      String name = command.name();
      String lower = name.toLowerCase(Locale.ROOT);
      if (name.startsWith("UID ")) {
        assertThat(protocol.commands().findUid(name.substring(4))).isSameAs(command);
        assertThat(protocol.commands().findUid(lower.substring(4))).isSameAs(command);
      } else {
        assertThat(protocol.commands().find(name)).isSameAs(command);
        assertThat(protocol.commands().find(lower)).isSameAs(command);
        assertThat(protocol.commands().findFirstWord(lower + " x " + name)).isSameAs(command);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(MailProtocol.class)
  void indexesAreDense(MailProtocol protocol) {
    Set<String> spans = new HashSet<>();
    for (int i = 0; i < protocol.commands().all().size(); i++) {
      CommandName command = protocol.commands().all().get(i);
      assertThat(command.index()).isEqualTo(i);
      assertThat(spans.add(command.spanName())).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "NOO",
        "NOOPS",
        "NOOP\t",
        "\0OOP",
        "_OTHER",
        "UID",
        "UID FETCH",
        "FETCH\u017f"
      })
  void isClosed(String word) {
    assertThat(imap.find(word)).isSameAs(imap.other());
  }

  @Test
  void lettersThatOnlyUnicodeFoldsAreNotAscii() {
    // U+017F folds to s, U+0131 to I, U+212A to k in Unicode.
    assertThat(imap.find("\u017ftore")).isSameAs(imap.other());
    assertThat(imap.find("l\u0131st")).isSameAs(imap.other());
    assertThat(imap.find("chec\u212a")).isSameAs(imap.other());
  }

  @Test
  void anEmptyLineIsOther() {
    assertThat(smtp.findFirstWord("")).isSameAs(smtp.other());
    assertThat(smtp.findFirstWord(" NOOP")).isSameAs(smtp.other());
  }

  @Test
  void namesAsExported() {
    assertThat(imap.findUid("fetch").spanName()).isEqualTo("imap.command.uid_fetch");
    assertThat(imap.other().spanName()).isEqualTo("imap.command._other");
    assertThat(imap.findUid("noop")).isSameAs(imap.other());
  }

  @Test
  void knowsWhatCarriesCredentials() {
    for (String word : new String[] {"AUTHENTICATE", "LOGIN", "XYZZY"}) {
      assertThat(imap.find(word).carriesCredentials()).isTrue();
    }
    for (String word : new String[] {"USER", "PASS", "APOP", "AUTH"}) {
      assertThat(MailProtocol.POP3.commands().find(word).carriesCredentials()).isTrue();
    }
    assertThat(smtp.find("DATA").carriesCredentials()).isFalse();
    assertThat(imap.find("IDLE").timed()).isFalse();
  }
}
