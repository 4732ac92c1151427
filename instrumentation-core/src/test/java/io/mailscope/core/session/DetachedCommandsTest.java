// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.core.catalog.MailAttributes;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several commands of one session at once, by their contexts. */
class DetachedCommandsTest {

  @RegisterExtension static final OpenTelemetryExtension otel = OpenTelemetryExtension.create();

  @Test
  void severalAreFoundByTheirContext() {
    FakeSession session = session();
    MailCommand first = session.startDetached("STAT");
    MailCommand second = session.startDetached("LIST");
    assertThat(session.command()).isNull();
    assertCurrentWhereAttached(second);
    second.end();
    assertCurrentWhereAttached(first);
    first.end();
    assertThat(MailCommand.current()).isNull();
    assertThat(otel.getSpans()).extracting(SpanData::getTraceId).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void oneOfSeveralIsNotAlone() {
    FakeSession session = session();
    MailCommand first = session.startDetached("STAT");
    assertThat(first.isAlone()).isTrue();
    MailCommand second = session.startDetached("LIST");
    assertThat(first.isAlone()).isFalse();
    assertThat(second.isAlone()).isFalse();
    first.end();
    assertThat(second.isAlone()).isTrue();
    session.start("NOOP", FakeReply.NONE);
    assertThat(second.isAlone()).isFalse();
  }

  @Test
  void severalEndWithTheConnection() {
    FakeSession session = session();
    MailCommand answered = session.startDetached("STAT");
    session.startDetached("LIST");
    session.startDetached("NOOP");
    answered.end();
    session.close(null);
    session.startDetached("RSET");
    assertThat(otel.getSpans())
        .extracting(SpanData::getName)
        .containsExactlyInAnyOrder(
            "pop3.command.stat", "pop3.command.list", "pop3.command.noop", "pop3.command.rset");
  }

  @Test
  void severalEndWithTheConnectionWhateverFailed() {
    FakeSession session = session();
    session.startDetached("STAT");
    session.startDetached("LIST");
    session.start("NOOP", FakeReply.NONE);
    session.close(new Unspeakable());
    assertThat(otel.getSpans())
        .extracting(span -> span.getAttributes().get(MailAttributes.EXCEPTION_TYPE))
        .containsExactly(
            Unspeakable.class.getName(), Unspeakable.class.getName(), Unspeakable.class.getName());
  }

  private static final class Unspeakable extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message");
    }
  }

  @Test
  void severalBegunAtOnceAllEndWithTheConnection() throws Exception {
    List<FakeSession> sessions = Stream.generate(() -> session()).limit(1_000).toList();
    AtomicInteger arrived = new AtomicInteger();
    Runnable starts =
        () -> {
          for (int round = 0; round < sessions.size(); round++) {
            arrived.incrementAndGet();
            while (arrived.get() < 2 * (round + 1)) {
              Thread.yield();
            }
            sessions.get(round).startDetached("STAT");
          }
        };
    Thread other = new Thread(starts);
    other.start();
    starts.run();
    other.join();
    sessions.forEach(session -> session.close(null));
    assertThat(otel.getSpans()).hasSize(2 * sessions.size());
  }

  @Test
  void theOnlyCommandOfASessionIsFoundByIt() {
    FakeSession session = session();
    MailCommand command = session.start("STAT", FakeReply.NONE);
    assertCurrentWhereAttached(command);
    command.end();
  }

  private static void assertCurrentWhereAttached(MailCommand command) {
    Scope scope = command.attach();
    try {
      assertThat(MailCommand.current()).isSameAs(command);
    } finally {
      scope.close();
    }
  }

  private static FakeSession session() {
    return FakeSession.of(otel, Map.of());
  }
}
