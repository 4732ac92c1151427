// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.catalog;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.util.Locale;

/**
 * One command of a closed list, or {@code _OTHER} for all that is not on it. Immutable; made once
 * per class loader, so that naming a command costs no allocation.
 */
public final class CommandName {

  /** The name of everything that is not on the list. The client's own word is never kept. */
  public static final String OTHER = "_OTHER";

  private static final AttributeKey<String> COMMAND = AttributeKey.stringKey("command");

  private final String name;
  private final String spanName;
  private final int index;
  private final boolean carriesCredentials;
  private final boolean timed;
  private final Attributes metricAttributes;

  CommandName(String protocol, String name, int index, boolean carriesCredentials, boolean timed) {
    this.name = name;
    this.spanName = protocol + ".command." + name.toLowerCase(Locale.ROOT).replace(' ', '_');
    this.index = index;
    this.carriesCredentials = carriesCredentials;
    this.timed = timed;
    this.metricAttributes = Attributes.of(COMMAND, name);
  }

  /** The canonical name in upper case: {@code RETR}, {@code UID FETCH}, {@code _OTHER}. */
  public String name() {
    return name;
  }

  /** The name of the command's span: {@code pop3.command.retr}. */
  public String spanName() {
    return spanName;
  }

  /** Position in its list, dense from 0: an index for tables kept per command. */
  public int index() {
    return index;
  }

  /** Whether its arguments, and so exceptions that quote them, can hold a password or token. */
  public boolean carriesCredentials() {
    return carriesCredentials;
  }

  /** Whether its duration says something about the server: false for IDLE (RFC 2177). */
  public boolean timed() {
    return timed;
  }

  /** {@code {command=…}}, the attributes of {@code {protocol}.commands}. */
  public Attributes metricAttributes() {
    return metricAttributes;
  }

  @Override
  public String toString() {
    return name;
  }
}
