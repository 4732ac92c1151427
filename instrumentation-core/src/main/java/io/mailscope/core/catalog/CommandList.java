// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The closed list of a protocol's commands. Looking a word up is case-insensitive, allocates
 * nothing and answers {@link #other()} for whatever is not on the list, so that no client can make
 * up span names or metric series. Immutable.
 */
public final class CommandList {

  // Before the lists, which need it when they are made.
  private static final Set<String> CREDENTIALS =
      new HashSet<>(Arrays.asList("AUTH", "AUTHENTICATE", "LOGIN", "USER", "PASS", "APOP"));

  private static final int BUCKETS = 128;

  /** RFC 5321, 3030 (BDAT), 2033 (LHLO), 4954 (AUTH), 3207 (STARTTLS), 1985 (ETRN). */
  static final CommandList SMTP =
      new CommandList(
          "smtp",
          "EHLO HELO LHLO MAIL RCPT DATA BDAT RSET NOOP QUIT VRFY EXPN HELP AUTH STARTTLS ETRN TURN",
          "");

  /** RFC 1939, 2449 (CAPA), 2595 (STLS), 5034 (AUTH), 6856 (UTF8, LANG). */
  static final CommandList POP3 =
      new CommandList(
          "pop3",
          "USER PASS APOP AUTH CAPA STLS STAT LIST RETR DELE NOOP RSET TOP UIDL UTF8 LANG QUIT",
          "");

  /** RFC 9051, 3501 and the extensions in use. */
  static final CommandList IMAP =
      new CommandList(
          "imap",
          "CAPABILITY NOOP LOGOUT STARTTLS AUTHENTICATE LOGIN ENABLE SELECT EXAMINE CREATE DELETE"
              + " RENAME SUBSCRIBE UNSUBSCRIBE LIST LSUB XLIST NAMESPACE STATUS APPEND IDLE CLOSE"
              + " UNSELECT EXPUNGE CHECK SEARCH FETCH STORE COPY MOVE SORT THREAD ID COMPRESS"
              + " GETQUOTA GETQUOTAROOT SETQUOTA GETACL SETACL DELETEACL LISTRIGHTS MYRIGHTS"
              + " GETMETADATA SETMETADATA NOTIFY",
          "FETCH STORE COPY MOVE SEARCH EXPUNGE SORT THREAD");

  private final List<CommandName> all;
  private final CommandName other;
  private final CommandName[][] words = new CommandName[BUCKETS][];
  private final CommandName[][] uidWords = new CommandName[BUCKETS][];

  private CommandList(String protocol, String words, String uidWords) {
    List<CommandName> names = new ArrayList<>();
    for (String word : words.split(" ")) {
      names.add(add(this.words, word, name(protocol, word, names.size())));
    }
    if (!uidWords.isEmpty()) {
      for (String word : uidWords.split(" ")) {
        names.add(add(this.uidWords, word, name(protocol, "UID " + word, names.size())));
      }
    }
    other = name(protocol, CommandName.OTHER, names.size());
    names.add(other);
    all = Collections.unmodifiableList(names);
  }

  private static CommandName name(String protocol, String name, int index) {
    return new CommandName(
        protocol,
        name,
        index,
        // An unknown word can be what is left of a broken authentication exchange.
        CREDENTIALS.contains(name) || name.equals(CommandName.OTHER),
        !name.equals("IDLE"));
  }

  private static CommandName add(CommandName[][] table, String word, CommandName name) {
    int bucket = hash(word, 0, word.length());
    CommandName[] old = table[bucket];
    CommandName[] names = old == null ? new CommandName[1] : Arrays.copyOf(old, old.length + 1);
    names[names.length - 1] = name;
    table[bucket] = names;
    return name;
  }

  /** All names, {@code _OTHER} last, each at its {@link CommandName#index()}. */
  public List<CommandName> all() {
    return all;
  }

  /** The name of what is on no list. */
  public CommandName other() {
    return other;
  }

  /** Looks a whole word up. */
  public CommandName find(String word) {
    return find(words, "", word, 0, word.length());
  }

  /** Looks up the first word of a command line, which ends at the first blank. */
  public CommandName findFirstWord(String line) {
    int end = line.indexOf(' ');
    return find(words, "", line, 0, end < 0 ? line.length() : end);
  }

  /** As {@link #findFirstWord}, for a server that skips blanks before the word. */
  public CommandName findFirstWordAfterBlanks(String line) {
    int from = 0;
    while (from < line.length() && line.charAt(from) == ' ') {
      from++;
    }
    int end = line.indexOf(' ', from);
    return find(words, "", line, from, end < 0 ? line.length() : end);
  }

  /** Looks up the word after {@code UID} (RFC 9051 section 6.4.9). */
  public CommandName findUid(String word) {
    return find(uidWords, "UID ", word, 0, word.length());
  }

  private CommandName find(CommandName[][] table, String prefix, String text, int from, int to) {
    CommandName[] candidates = table[hash(text, from, to)];
    if (candidates != null) {
      int length = to - from;
      for (CommandName candidate : candidates) {
        String name = candidate.name();
        if (name.length() - prefix.length() == length
            && isAsciiIgnoreCase(name, prefix.length(), text, from, length)) {
          return candidate;
        }
      }
    }
    return other;
  }

  // String.regionMatches(true, …) also folds U+017F to S and U+212A to K, which no protocol does.
  private static boolean isAsciiIgnoreCase(
      String name, int nameFrom, String text, int from, int length) {
    for (int i = 0; i < length; i++) {
      if (name.charAt(nameFrom + i) != upper(text.charAt(from + i))) {
        return false;
      }
    }
    return true;
  }

  // First, last and length tell the commands well enough apart, however long the client's word is.
  private static int hash(String text, int from, int to) {
    if (from >= to) {
      return 0;
    }
    int mixed = upper(text.charAt(from)) * 31 + upper(text.charAt(to - 1)) * 7 + (to - from);
    return mixed & (BUCKETS - 1);
  }

  private static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char) (c - ('a' - 'A')) : c;
  }
}
