// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.auth;

import static java.util.Arrays.asList;

import io.mailscope.core.catalog.MailAttributes;
import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.core.settings.CapturePolicy;
import io.mailscope.core.settings.Sanitizer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The span that an authenticator finds as the current one. It notes what the authenticator adds, so
 * that our own outcome does not overwrite it, and so that a limit or reason that it tells counts on
 * the meters even where the span is not sampled or not made at all.
 */
final class AuthSpan implements Span {

  // The event by which instrumentation libraries tell of an exception; see recordException.
  private static final String EXCEPTION = "exception";
  // What an exception says, by attributes.
  private static final Set<String> QUOTES =
      new HashSet<>(
          asList(
              MailAttributes.EXCEPTION_MESSAGE.getKey(),
              MailAttributes.EXCEPTION_STACKTRACE.getKey()));

  private final MailProtocol protocol;
  private final CapturePolicy policy;
  private final Span span;
  private final SpanContext spanContext;
  private final Set<String> added = new HashSet<>(4);
  private volatile boolean rateLimited;
  private volatile String reason;

  /**
   * @param span null where authentication spans are disabled: then children belong to the command
   */
  AuthSpan(MailProtocol protocol, CapturePolicy policy, Span span, Span command) {
    this.protocol = protocol;
    this.policy = policy;
    this.span = span == null ? Span.getInvalid() : span;
    this.spanContext = (span == null ? command : span).getSpanContext();
  }

  /** Whether attributes go anywhere. */
  boolean isSampled() {
    return span.isRecording();
  }

  boolean isRateLimited() {
    return rateLimited;
  }

  /** The authenticator's own reason, else ours; null on success or where a limit was the reason. */
  synchronized String reasonOf(boolean success, FailureReason ours) {
    if (success || rateLimited) {
      return null;
    }
    if (reason != null) {
      return reason;
    }
    return ours == null ? null : ours.wireName();
  }

  /** Sets an attribute of ours, unless the authenticator has set it. */
  synchronized <T> void own(AttributeKey<T> key, T value) {
    if (!added.contains(key.getKey())) {
      span.setAttribute(key, value);
    }
  }

  void endOwn() {
    span.end();
  }

  @Override
  public synchronized <T> Span setAttribute(AttributeKey<T> key, T value) {
    if (key == null) {
      return this;
    }
    String name = key.getKey();
    if (QUOTES.contains(name)) {
      return this;
    }
    added.add(name);
    if (name.equals(protocol.authRateLimitedKey().getKey())) {
      rateLimited = Boolean.TRUE.equals(value);
    } else if (name.equals(protocol.authFailureReasonKey().getKey())) {
      reason = value == null ? null : value.toString();
    }
    span.setAttribute(key, recordable(name, value));
    return this;
  }

  // Who the user is follows the capture policy, whoever tells it.
  @SuppressWarnings("unchecked") // a string for a string
  private <T> T recordable(String name, T value) {
    if (!(value instanceof String)) {
      return value;
    }
    String text = (String) value;
    return (T)
        (name.equals(protocol.authUserKey().getKey()) ? policy.apply(text) : Sanitizer.clean(text));
  }

  @Override
  public Span addEvent(String name, Attributes attributes) {
    if (!EXCEPTION.equals(name)) {
      span.addEvent(name, withoutQuotes(attributes));
    }
    return this;
  }

  @Override
  public Span addEvent(String name, Attributes attributes, long timestamp, TimeUnit unit) {
    if (!EXCEPTION.equals(name)) {
      span.addEvent(name, withoutQuotes(attributes), timestamp, unit);
    }
    return this;
  }

  private static Attributes withoutQuotes(Attributes attributes) {
    return attributes == null
        ? Attributes.empty()
        : attributes.toBuilder().removeIf(key -> QUOTES.contains(key.getKey())).build();
  }

  @Override
  public Span addLink(SpanContext linked, Attributes attributes) {
    span.addLink(linked, attributes);
    return this;
  }

  @Override
  public Span addLink(SpanContext linked) {
    return addLink(linked, Attributes.empty());
  }

  /** Without the description, which tends to be an exception's message. */
  @Override
  public Span setStatus(StatusCode status, String description) {
    span.setStatus(status);
    return this;
  }

  /** Only the type: an authenticator's exception can quote what it was given. */
  @Override
  public Span recordException(Throwable exception, Attributes attributes) {
    if (exception != null) {
      span.setAttribute(MailAttributes.EXCEPTION_TYPE, exception.getClass().getName());
    }
    return this;
  }

  @Override
  public Span updateName(String name) {
    return this;
  }

  /** Ended by the attempt alone. */
  @Override
  public void end() {}

  @Override
  public void end(long timestamp, TimeUnit unit) {}

  @Override
  public SpanContext getSpanContext() {
    return spanContext;
  }

  /** Always: what is added also counts on the meters. */
  @Override
  public boolean isRecording() {
    return true;
  }
}
