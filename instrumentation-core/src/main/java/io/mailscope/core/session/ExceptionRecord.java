// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.session;

import io.mailscope.core.catalog.MailAttributes;
import io.mailscope.core.settings.MailSettings;
import io.mailscope.core.settings.Sanitizer;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;

/**
 * Writes an exception onto a span. Its type always; its message and frames only where neither can
 * hold a credential or an address that the capture policy hides, and the message only where it
 * can't quote mail either. Causes' messages are never written: they quote what the server was
 * given.
 */
final class ExceptionRecord {

  private static final int MAX_FRAMES = 40;
  private static final int MAX_CAUSES = 4;

  private ExceptionRecord() {}

  static void add(Span span, Throwable failure, boolean hasCredentials, MailSettings settings) {
    String type = failure.getClass().getName();
    span.setAttribute(MailAttributes.EXCEPTION_TYPE, type);
    if (hasCredentials || !settings.capturePolicy().isClear()) {
      return;
    }
    try {
      describe(span, failure, type);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      // The server's own class may answer what is asked here, and what is open is still to be
      // ended.
      span.addEvent("exception", Attributes.of(MailAttributes.EXCEPTION_TYPE, type));
    }
  }

  private static void describe(Span span, Throwable failure, String type) {
    AttributesBuilder event =
        Attributes.builder()
            .put(MailAttributes.EXCEPTION_TYPE, type)
            .put(MailAttributes.EXCEPTION_STACKTRACE, frames(failure));
    String message = failure.getMessage();
    if (message != null && !QuotedContent.isIn(failure)) {
      String clean = Sanitizer.clean(message);
      span.setAttribute(MailAttributes.EXCEPTION_MESSAGE, clean);
      event.put(MailAttributes.EXCEPTION_MESSAGE, clean);
    }
    span.addEvent("exception", event.build());
  }

  private static String frames(Throwable failure) {
    StringBuilder text = new StringBuilder(2048);
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
      text.append(depth == 0 ? "" : "Caused by: ").append(cause.getClass().getName()).append('\n');
      StackTraceElement[] frames = cause.getStackTrace();
      int shown = Math.min(frames.length, MAX_FRAMES);
      for (int i = 0; i < shown; i++) {
        text.append("\tat ").append(frames[i]).append('\n');
      }
      if (shown < frames.length) {
        text.append("\t... ").append(frames.length - shown).append(" more\n");
      }
      cause = cause.getCause();
    }
    return text.toString();
  }
}
