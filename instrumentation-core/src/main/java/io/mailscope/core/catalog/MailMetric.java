// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.catalog;

import static java.util.Arrays.asList;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Every meter that is ever emitted: its name, instrument, unit (UCUM), attributes and what it
 * counts. The names without a protocol belong to the scope {@code mailscope}.
 */
public enum MailMetric {
  SMTP_MESSAGES_RECEIVED("smtp.messages.received", Kind.COUNTER, "{message}", "Accepted messages"),
  SMTP_BYTES_RECEIVED(
      "smtp.bytes.received",
      Kind.COUNTER,
      "By",
      "Size of the accepted messages (RFC 1870), without headers that the server adds"),
  SMTP_AUTH_ATTEMPTS(
      "smtp.auth.attempts", Kind.COUNTER, "{attempt}", "Decided authentication attempts"),
  SMTP_AUTH_FAILURES(
      "smtp.auth.failures", Kind.COUNTER, "{failure}", "Authentication attempts that failed"),
  SMTP_MESSAGE_PROCESSING_DURATION(
      "smtp.message.processing.duration",
      Kind.HISTOGRAM,
      "ms",
      "From the end of the message data to the reply"),
  SMTP_CONNECTIONS_ACTIVE(
      "smtp.connections.active", Kind.UP_DOWN_COUNTER, "{connection}", "Open connections"),
  SMTP_COMMANDS("smtp.commands", Kind.COUNTER, "{command}", "Commands", "command"),
  SMTP_COMMAND_DURATION(
      "smtp.command.duration",
      Kind.HISTOGRAM,
      "s",
      "From the command to its reply",
      "command",
      "smtp.response.class",
      "error.type"),
  SMTP_AUTH_RESULTS(
      "smtp.auth.results",
      Kind.COUNTER,
      "{attempt}",
      "Authentication attempts by outcome",
      "result",
      "mechanism"),
  SMTP_CONNECTIONS_CLOSED(
      "smtp.connections.closed",
      Kind.COUNTER,
      "{connection}",
      "Connections that ended, by reason",
      "reason"),

  POP3_MESSAGES_RETRIEVED(
      "pop3.messages.retrieved",
      Kind.COUNTER,
      "{message}",
      "Messages sent whole in answer to RETR"),
  POP3_BYTES_SENT(
      "pop3.bytes.sent",
      Kind.COUNTER,
      "By",
      "Message content sent in answer to RETR and TOP, without dot-stuffing"),
  POP3_AUTH_ATTEMPTS(
      "pop3.auth.attempts", Kind.COUNTER, "{attempt}", "Decided authentication attempts"),
  POP3_AUTH_FAILURES(
      "pop3.auth.failures", Kind.COUNTER, "{failure}", "Authentication attempts that failed"),
  POP3_COMMANDS("pop3.commands", Kind.COUNTER, "{command}", "Commands", "command"),
  POP3_SESSIONS_ACTIVE("pop3.sessions.active", Kind.UP_DOWN_COUNTER, "{session}", "Open sessions"),
  POP3_COMMAND_DURATION(
      "pop3.command.duration",
      Kind.HISTOGRAM,
      "s",
      "From the command to its reply",
      "command",
      "pop3.response.status",
      "error.type"),
  POP3_AUTH_RESULTS(
      "pop3.auth.results",
      Kind.COUNTER,
      "{attempt}",
      "Authentication attempts by outcome",
      "result",
      "mechanism"),
  POP3_CONNECTIONS_CLOSED(
      "pop3.connections.closed",
      Kind.COUNTER,
      "{connection}",
      "Connections that ended, by reason",
      "reason"),

  IMAP_MESSAGES_RETRIEVED(
      "imap.messages.retrieved",
      Kind.COUNTER,
      "{message}",
      "FETCH responses that carry message content"),
  IMAP_BYTES_SENT(
      "imap.bytes.sent", Kind.COUNTER, "By", "Octets of the section literals that FETCH sent"),
  IMAP_AUTH_ATTEMPTS(
      "imap.auth.attempts", Kind.COUNTER, "{attempt}", "Decided authentication attempts"),
  IMAP_AUTH_FAILURES(
      "imap.auth.failures", Kind.COUNTER, "{failure}", "Authentication attempts that failed"),
  IMAP_COMMANDS("imap.commands", Kind.COUNTER, "{command}", "Commands", "command"),
  IMAP_SESSIONS_ACTIVE("imap.sessions.active", Kind.UP_DOWN_COUNTER, "{session}", "Open sessions"),
  IMAP_COMMAND_DURATION(
      "imap.command.duration",
      Kind.HISTOGRAM,
      "s",
      "From the command to its tagged response, but for IDLE",
      "command",
      "imap.response.status",
      "error.type"),
  IMAP_AUTH_RESULTS(
      "imap.auth.results",
      Kind.COUNTER,
      "{attempt}",
      "Authentication attempts by outcome",
      "result",
      "mechanism"),
  IMAP_CONNECTIONS_CLOSED(
      "imap.connections.closed",
      Kind.COUNTER,
      "{connection}",
      "Connections that ended, by reason",
      "reason"),
  IMAP_SESSIONS_IDLE(
      "imap.sessions.idle", Kind.UP_DOWN_COUNTER, "{session}", "Sessions that wait in IDLE"),

  MAIL_SERVER_UP(
      "mail.server.up",
      Kind.UP_DOWN_COUNTER,
      "{listener}",
      "1 from bind to close of a listener",
      "protocol",
      "server.port"),
  MAIL_AGENT_HOOKS(
      "mail.agent.hooks",
      Kind.UP_DOWN_COUNTER,
      "{hook}",
      "Places in the server that the agent looked for",
      "module",
      "state");

  /** The instrument behind a meter. */
  public enum Kind {
    /** Monotonic sum of long values. */
    COUNTER,
    /** Sum of long values that goes both ways. */
    UP_DOWN_COUNTER,
    /** Distribution of double values. */
    HISTOGRAM
  }

  private static final List<Double> COMMAND_BUCKETS_SECONDS =
      asList(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1d, 2d, 5d, 10d, 30d);

  private final String metricName;
  private final Kind kind;
  private final String unit;
  private final String description;
  private final List<String> attributes;

  MailMetric(String name, Kind kind, String unit, String description, String... attributes) {
    this.metricName = name;
    this.kind = kind;
    this.unit = unit;
    this.description = description;
    this.attributes = Collections.unmodifiableList(asList(attributes));
  }

  /** The name as exported by OTLP. */
  public String metricName() {
    return metricName;
  }

  /** The instrument. */
  public Kind kind() {
    return kind;
  }

  /** The unit in UCUM's form. */
  public String unit() {
    return unit;
  }

  /** What it counts, in one line. */
  public String description() {
    return description;
  }

  /** Names of its attributes; empty where it has none. */
  public List<String> attributes() {
    return attributes;
  }

  /**
   * Upper bounds of a histogram's buckets in its unit. Without this advice a value of 0.1 s would
   * fall into the first of the SDK's default buckets, which are made for milliseconds.
   */
  public List<Double> bucketBoundaries() {
    if (unit.equals("s")) {
      return COMMAND_BUCKETS_SECONDS;
    }
    List<Double> milliseconds = new ArrayList<>();
    for (double seconds : COMMAND_BUCKETS_SECONDS) {
      milliseconds.add(seconds * 1000);
    }
    return milliseconds;
  }
}
