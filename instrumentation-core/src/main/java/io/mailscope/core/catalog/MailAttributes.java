// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.catalog;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;

/**
 * The attributes of spans and meters, but for those that each protocol has under its own prefix
 * ({@link MailProtocol}).
 */
public final class MailAttributes {

  /** Reply code of RFC 5321 section 4.2; for LMTP the highest of its replies. */
  public static final AttributeKey<Long> SMTP_STATUS_CODE = longKey("smtp.response.status_code");

  /** Enhanced status code (RFC 3463), where the server sent one. */
  public static final AttributeKey<String> SMTP_ENHANCED_CODE =
      stringKey("smtp.response.enhanced_code");

  /** Of an LMTP message: for how many recipients the server took it (RFC 2033 section 4.2). */
  public static final AttributeKey<Long> SMTP_LMTP_ACCEPTED = longKey("smtp.lmtp.accepted");

  /** Of an LMTP message: for how many recipients the server refused it. */
  public static final AttributeKey<Long> SMTP_LMTP_REFUSED = longKey("smtp.lmtp.refused");

  /** {@code OK} or {@code ERR} (RFC 1939 section 3). */
  public static final AttributeKey<String> POP3_STATUS = stringKey("pop3.response.status");

  /** First word of the bracketed code (RFC 2449 section 8). */
  public static final AttributeKey<String> POP3_CODE = stringKey("pop3.response.code");

  /** {@code OK}, {@code NO}, {@code BAD} or {@code BYE} (RFC 9051 section 7.1). */
  public static final AttributeKey<String> IMAP_STATUS = stringKey("imap.response.status");

  /** First word of the bracketed code (RFC 9051 section 7.1). */
  public static final AttributeKey<String> IMAP_CODE = stringKey("imap.response.code");

  /** State of the session when the command starts (RFC 9051 section 3). */
  public static final AttributeKey<String> IMAP_STATE = stringKey("imap.state");

  /** Name of the mailbox that is selected, by the capture policy. */
  public static final AttributeKey<String> IMAP_MAILBOX = stringKey("imap.mailbox");

  /** Whether the mailbox was opened by EXAMINE or can't be changed. */
  public static final AttributeKey<Boolean> IMAP_READ_ONLY = booleanKey("imap.read_only");

  /** Messages in the selected mailbox. */
  public static final AttributeKey<Long> IMAP_MESSAGE_COUNT = longKey("imap.message_count");

  /** Messages in the maildrop. */
  public static final AttributeKey<Long> POP3_MESSAGE_COUNT = longKey("pop3.message_count");

  /** Octets of the message as the client sent it (RFC 1870). */
  public static final AttributeKey<Long> SMTP_BUFFER_SIZE = longKey("smtp.buffer_size");

  /** Reverse-path of the envelope, by the capture policy. */
  public static final AttributeKey<String> SMTP_FROM = stringKey("smtp.from");

  /** Recipients of the envelope. */
  public static final AttributeKey<Long> SMTP_RECIPIENTS_COUNT = longKey("smtp.recipients_count");

  /** {@code Message-ID} of RFC 5322, by the capture policy. */
  public static final AttributeKey<String> SMTP_MESSAGE_ID = stringKey("smtp.message_id");

  /** {@code 2xx} to {@code 5xx}, or {@code none}; meters only. */
  public static final AttributeKey<String> SMTP_RESPONSE_CLASS = stringKey("smtp.response.class");

  /** Address of the client, as the connection has it: never looked up. */
  public static final AttributeKey<String> CLIENT_ADDRESS = stringKey("client.address");

  /** Port of the client. */
  public static final AttributeKey<Long> CLIENT_PORT = longKey("client.port");

  /** Address of the peer of the TCP connection. */
  public static final AttributeKey<String> NETWORK_PEER_ADDRESS = stringKey("network.peer.address");

  /** Port of the listener. */
  public static final AttributeKey<Long> SERVER_PORT = longKey("server.port");

  /** {@code smtp}, {@code lmtp}, {@code pop3} or {@code imap}. */
  public static final AttributeKey<String> NETWORK_PROTOCOL_NAME =
      stringKey("network.protocol.name");

  /** As the JDK names it: {@code TLSv1.3}. */
  public static final AttributeKey<String> TLS_PROTOCOL_VERSION = stringKey("tls.protocol.version");

  /** Class of the exception, else the reply code. */
  public static final AttributeKey<String> ERROR_TYPE = stringKey("error.type");

  /** Class of an exception that was seen during the command. */
  public static final AttributeKey<String> EXCEPTION_TYPE = stringKey("exception.type");

  /** Its message; never on commands that carry credentials. */
  public static final AttributeKey<String> EXCEPTION_MESSAGE = stringKey("exception.message");

  /** Its frames without any message; on the exception event only. */
  public static final AttributeKey<String> EXCEPTION_STACKTRACE = stringKey("exception.stacktrace");

  /** The command on meters. */
  public static final AttributeKey<String> COMMAND = stringKey("command");

  /** Outcome of an authentication attempt, on its meter. */
  public static final AttributeKey<String> RESULT = stringKey("result");

  /** SASL mechanism or its protocol's own, on the meter. */
  public static final AttributeKey<String> MECHANISM = stringKey("mechanism");

  /** Why a connection ended, on its meter. */
  public static final AttributeKey<String> REASON = stringKey("reason");

  /** Protocol of a listener, on {@code mail.server.up}. */
  public static final AttributeKey<String> PROTOCOL = stringKey("protocol");

  /** Instrumentation module, on {@code mail.agent.hooks}. */
  public static final AttributeKey<String> MODULE = stringKey("module");

  /** {@code applied} or {@code missing}, on {@code mail.agent.hooks}. */
  public static final AttributeKey<String> STATE = stringKey("state");

  private MailAttributes() {}
}
