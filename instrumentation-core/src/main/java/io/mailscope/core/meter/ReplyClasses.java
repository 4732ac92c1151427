// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.meter;

import io.mailscope.core.catalog.MailAttributes;
import io.mailscope.core.catalog.MailProtocol;
import io.opentelemetry.api.common.AttributeKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The closed list of what a reply can be on a meter. A reply is passed about as its index, 0 being
 * {@code none}: the connection ended before a reply.
 */
public enum ReplyClasses {
  /** Class of the reply code (RFC 5321 section 4.2.1): its index is the first digit less 1. */
  SMTP(MailAttributes.SMTP_RESPONSE_CLASS, "none", "2xx", "3xx", "4xx", "5xx"),
  /** Status indicator of RFC 1939 section 3. */
  POP3(MailAttributes.POP3_STATUS, "none", "OK", "ERR"),
  /** Status response of RFC 9051 section 7.1. */
  IMAP(MailAttributes.IMAP_STATUS, "none", "OK", "NO", "BAD", "BYE");

  /** The connection ended without a reply. */
  public static final int NONE = 0;

  private final AttributeKey<String> key;
  private final List<String> names;

  ReplyClasses(AttributeKey<String> key, String... names) {
    this.key = key;
    this.names = Collections.unmodifiableList(Arrays.asList(names));
  }

  /** The list of a protocol. */
  public static ReplyClasses of(MailProtocol protocol) {
    return valueOf(protocol.name());
  }

  /** The attribute on the meter. */
  public AttributeKey<String> key() {
    return key;
  }

  /** The values, each at its index. */
  public List<String> names() {
    return names;
  }
}
