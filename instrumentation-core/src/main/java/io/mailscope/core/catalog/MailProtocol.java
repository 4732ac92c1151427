// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.catalog;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import java.util.Locale;

/**
 * A mail access or transfer protocol, with the names that it gives to spans, attributes and meters.
 * LMTP (RFC 2033) is {@link #SMTP} here: it shares all names and tells itself apart by {@code
 * network.protocol.name}.
 */
public enum MailProtocol {
  /** RFC 5321, and LMTP. */
  SMTP("Relate.Smtp", CommandList.SMTP),
  /** RFC 1939. */
  POP3("Relate.Pop3", CommandList.POP3),
  /** RFC 3501 and RFC 9051. */
  IMAP("Relate.Imap", CommandList.IMAP);

  private final String id = name().toLowerCase(Locale.ROOT);
  private final String scopeName;
  private final CommandList commands;
  private final AttributeKey<String> sessionIdKey = stringKey(id + ".session_id");
  private final AttributeKey<String> commandKey = stringKey(id + ".command");
  private final AttributeKey<String> authUserKey = stringKey(id + ".auth.user");
  private final AttributeKey<Boolean> authSuccessKey = booleanKey(id + ".auth.success");
  private final AttributeKey<String> authFailureReasonKey = stringKey(id + ".auth.failure_reason");
  private final AttributeKey<Boolean> authRateLimitedKey = booleanKey(id + ".auth.rate_limited");
  private final AttributeKey<String> authMechanismKey = stringKey(id + ".auth.mechanism");

  MailProtocol(String scopeName, CommandList commands) {
    this.scopeName = scopeName;
    this.commands = commands;
  }

  /** The prefix of all names: {@code smtp}, {@code pop3} or {@code imap}. */
  public String id() {
    return id;
  }

  /** The name of the tracer and of the meter. */
  public String scopeName() {
    return scopeName;
  }

  /** The closed list of commands. */
  public CommandList commands() {
    return commands;
  }

  /** Name of the span that shows one authentication attempt. */
  public String authSpanName() {
    return id + ".auth.validate";
  }

  /** {@code {protocol}.session_id}: one id per connection. */
  public AttributeKey<String> sessionIdKey() {
    return sessionIdKey;
  }

  /** {@code {protocol}.command}: the canonical command in upper case. */
  public AttributeKey<String> commandKey() {
    return commandKey;
  }

  /** {@code {protocol}.auth.user}. */
  public AttributeKey<String> authUserKey() {
    return authUserKey;
  }

  /** {@code {protocol}.auth.success}. */
  public AttributeKey<Boolean> authSuccessKey() {
    return authSuccessKey;
  }

  /** {@code {protocol}.auth.failure_reason}. */
  public AttributeKey<String> authFailureReasonKey() {
    return authFailureReasonKey;
  }

  /** {@code {protocol}.auth.rate_limited}. */
  public AttributeKey<Boolean> authRateLimitedKey() {
    return authRateLimitedKey;
  }

  /** {@code {protocol}.auth.mechanism}. */
  public AttributeKey<String> authMechanismKey() {
    return authMechanismKey;
  }
}
