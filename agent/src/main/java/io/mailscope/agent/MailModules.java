// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent;

import static java.util.Arrays.asList;
import static java.util.Collections.unmodifiableList;

import io.mailscope.core.settings.ModuleSwitches;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The instrumentation modules that there are, by their names. */
public final class MailModules {

  /** Every module's own name, as in {@code otel.instrumentation.<name>.enabled}. */
  public static final List<String> NAMES =
      unmodifiableList(
          asList(
              "mail-smtp-greenmail",
              "mail-smtp-james",
              "mail-smtp-subethasmtp",
              "mail-pop3-greenmail",
              "mail-pop3-james",
              "mail-imap-greenmail",
              "mail-imap-james",
              "mail-auth-greenmail",
              "mail-auth-james",
              "mail-auth-subethasmtp"));

  private MailModules() {}

  /** The names of modules and families: all that can be switched. */
  public static Collection<String> switches() {
    Set<String> names = new LinkedHashSet<>();
    for (String module : NAMES) {
      names.addAll(ModuleSwitches.names(module));
    }
    return names;
  }
}
