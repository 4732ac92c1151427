// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.core.catalog.MailAttributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rules of section "Status" in docs/telemetry.md, and a command's life. */
class MailCommandTest {

  @RegisterExtension static final OpenTelemetryExtension otel = OpenTelemetryExtension.create();

  @Test
  void aRefusalLeavesTheStatusUnset() {
    FakeSession session = session(Map.of());
    session.start("STAT", FakeReply.CLIENT_FAULT).end();
    assertThat(only().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void aRefusalIsAnErrorIfAskedFor() {
    FakeSession session = session(Map.of("client-faults-as-errors", "true"));
    session.start("STAT", FakeReply.CLIENT_FAULT).end();
    assertThat(only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(only().getAttributes().get(MailAttributes.ERROR_TYPE)).isEqualTo("refused");
  }

  @Test
  void anExceptionIsTheServersFault() {
    FakeSession session = session(Map.of());
    MailCommand command = session.start("STAT", FakeReply.NONE);
    command.failed(new IllegalStateException("first"));
    command.failed(new IllegalArgumentException("second"));
    command.end();
    assertThat(only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(only().getAttributes().get(MailAttributes.ERROR_TYPE))
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(only().getAttributes().get(MailAttributes.EXCEPTION_MESSAGE)).isEqualTo("first");
  }

  @Test
  void onACommandThatTurnsOutToBeAboutCredentialsOnlyTheTypeIsTold() {
    FakeSession session = session(Map.of());
    MailCommand command = session.start("", FakeReply.NONE);
    command.auth().check("alice").broke(new IllegalStateException("secret"));
    command.end();
    assertThat(otel.getSpans().toString())
        .contains("pop3.command._other", "java.lang.IllegalStateException")
        .doesNotContain("secret");
  }

  @Test
  void onACommandWithCredentialsOnlyTheTypeIsTold() {
    FakeSession session = session(Map.of());
    MailCommand command = session.start("PASS", FakeReply.NONE);
    command.failed(new IllegalStateException("secret"));
    command.end();
    assertThat(only().toString())
        .contains("java.lang.IllegalStateException")
        .doesNotContain("secret");
    assertThat(only().getEvents()).isEmpty();
  }

  @Test
  void withAnyOtherPolicyThanClearOnlyTheTypeIsTold() {
    FakeSession session = session(Map.of("capture-user", "domain"));
    MailCommand command = session.start("STAT", FakeReply.NONE);
    command.failed(new IllegalStateException("alice@example.test"));
    command.end();
    assertThat(only().toString()).doesNotContain("alice");
    assertThat(only().getEvents()).isEmpty();
  }

  @Test
  void itKnowsItsFailureInAWrapper() {
    MailCommand command = session(Map.of()).start("STAT", FakeReply.NONE);
    Exception failure = new IllegalStateException("first");
    assertThat(command.hasFailedWith(failure)).isFalse();
    command.failed(failure);
    command.failed(new IllegalStateException("second"));
    assertThat(command.hasFailedWith(failure)).isTrue();
    assertThat(command.hasFailedWith(new RuntimeException(failure))).isTrue();
    assertThat(command.hasFailedWith(new IllegalStateException("second"))).isFalse();
  }

  @Test
  void whatFailsAfterTheConnectionIsLostIsNoFault() {
    FakeSession session = session(Map.of());
    MailCommand command = session.start("STAT", FakeReply.NONE);
    session.lost(CloseReason.RESET);
    command.failed(new IllegalStateException("write failed"));
    command.end();
    assertThat(only().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(only().getAttributes().get(MailAttributes.EXCEPTION_TYPE)).isNull();
  }

  @Test
  void theEndOfTheConnectionEndsWhatIsOpenOnce() {
    FakeSession session = session(Map.of());
    session.open();
    MailCommand command = session.start("STAT", FakeReply.NONE);
    session.close(null);
    session.close(new IllegalStateException("late"));
    command.end();
    assertThat(otel.getSpans()).hasSize(1);
  }

  @Test
  void aThreadsOwnContextIsNoParent() {
    FakeSession session = session(Map.of());
    Span foreign = otel.getOpenTelemetry().getTracer("t").spanBuilder("foreign").startSpan();
    Scope scope = foreign.makeCurrent();
    try {
      MailCommand command = session.start("STAT", FakeReply.NONE);
      command.makeCurrent();
      assertThat(MailSession.current()).isSameAs(session);
      command.end();
      assertThat(Span.current()).isSameAs(foreign);
    } finally {
      scope.close();
    }
    assertThat(only().getParentSpanContext().isValid()).isFalse();
  }

  @Test
  void aDisabledSpanIsNotMade() {
    FakeSession session = session(Map.of("disabled-events", "pop3.command.*"));
    MailCommand command = session.start("STAT", FakeReply.NONE);
    command.makeCurrent();
    assertThat(Span.current().getSpanContext().isValid()).isFalse();
    assertThat(MailSession.current()).isSameAs(session);
    command.end();
    assertThat(otel.getSpans()).isEmpty();
    assertThat(otel.getMetrics()).anyMatch(metric -> metric.getName().equals("pop3.commands"));
  }

  private static SpanData only() {
    assertThat(otel.getSpans()).hasSize(1);
    return otel.getSpans().get(0);
  }

  private static FakeSession session(Map<String, String> settings) {
    return FakeSession.of(otel, settings);
  }
}
