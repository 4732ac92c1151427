// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3;

import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.assertThat;

import io.mailscope.core.catalog.MailAttributes;
import io.mailscope.core.session.Peer;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replies that no server at hand can be brought to give. */
class Pop3CommandTest {

  private static final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private static OpenTelemetrySdk sdk;

  @BeforeAll
  static void recordSpans() {
    sdk =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .build())
            .build();
    // A test before this one in the same JVM can have asked for it, and so set it for good.
    GlobalOpenTelemetry.resetForTest();
    GlobalOpenTelemetry.set(sdk);
  }

  @AfterAll
  static void stop() {
    sdk.close();
    GlobalOpenTelemetry.resetForTest();
  }

  @BeforeEach
  void forget() {
    exporter.reset();
  }

  @Test
  void aSystemErrorIsTheServersFault() {
    SpanData span = answer("STAT", "-ERR [SYS/TEMP] the store is down");

    assertThat(span)
        .hasStatus(StatusData.error())
        .hasAttribute(MailAttributes.ERROR_TYPE, "SYS/TEMP")
        .hasAttribute(MailAttributes.POP3_STATUS, "ERR")
        .hasAttribute(MailAttributes.POP3_CODE, "SYS/TEMP");
  }

  @Test
  void anyOtherErrorIsTheClients() {
    SpanData span = answer("PASS secret", "-ERR [AUTH] wrong password");

    assertThat(span).hasAttribute(MailAttributes.POP3_CODE, "AUTH");
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(span.getAttributes().get(MailAttributes.ERROR_TYPE)).isNull();
  }

  @Test
  void contentThatLooksLikeAReplyIsNone() {
    SpanData span = answer("RETR 1", "+OK", "-ERR [SYS/PERM] says the message");

    assertThat(span).hasAttribute(MailAttributes.POP3_STATUS, "OK");
    assertThat(span.getAttributes().get(MailAttributes.POP3_CODE)).isNull();
  }

  private static SpanData answer(String line, String... replies) {
    Pop3Command command = new Pop3Session("id", Peer.UNKNOWN).start(line);
    for (String reply : replies) {
      command.reply(reply);
    }
    command.end();
    return exporter.getFinishedSpanItems().get(0);
  }
}
