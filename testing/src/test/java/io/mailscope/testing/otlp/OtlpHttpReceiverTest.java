// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import io.mailscope.testing.SpanAssert;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.metrics.v1.Sum;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class OtlpHttpReceiverTest {

  private static final KeyValue SERVICE =
      KeyValue.newBuilder()
          .setKey("service.name")
          .setValue(AnyValue.newBuilder().setStringValue("greenmail"))
          .build();

  @Test
  void spansAreRecords() throws Exception {
    ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
    var resource = request.addResourceSpansBuilder();
    resource.getResourceBuilder().addAttributes(SERVICE);
    var scope = resource.addScopeSpansBuilder();
    scope.getScopeBuilder().setName("Relate.Pop3");
    scope
        .addSpansBuilder()
        .setName("pop3.command.noop")
        .setKind(Span.SpanKind.SPAN_KIND_SERVER)
        .setTraceId(ByteString.fromHex("1".repeat(32)))
        .setSpanId(ByteString.fromHex("2".repeat(16)));
    try (OtlpHttpReceiver receiver = OtlpHttpReceiver.start()) {
      post(receiver, "/v1/traces", request.build());
      SpanAssert.assertThat(receiver.awaitSpan("pop3.command.noop"))
          .isRoot()
          .hasKind("SERVER")
          .hasScope("Relate.Pop3")
          .hasStatusUnset();
      assertThat(receiver.resource()).containsEntry("service.name", "greenmail");
      assertThat(receiver.requests()).containsExactly(request.build().toByteArray());
      assertThat(receiver.paths()).containsExactly("/v1/traces");
    }
  }

  @Test
  void newestMetricsCountFromTheReset() throws Exception {
    try (OtlpHttpReceiver receiver = OtlpHttpReceiver.start()) {
      post(receiver, "/v1/metrics", counter(5));
      receiver.reset();
      post(receiver, "/v1/metrics", counter(7));
      assertThat(receiver.sum("pop3.commands")).isEqualTo(2);
    }
  }

  private static ExportMetricsServiceRequest counter(long value) {
    Sum.Builder sum =
        Sum.newBuilder()
            .setIsMonotonic(true)
            .addDataPoints(NumberDataPoint.newBuilder().setAsInt(value));
    ExportMetricsServiceRequest.Builder request = ExportMetricsServiceRequest.newBuilder();
    request
        .addResourceMetricsBuilder()
        .addScopeMetrics(
            ScopeMetrics.newBuilder()
                .addMetrics(Metric.newBuilder().setName("pop3.commands").setSum(sum)));
    return request.build();
  }

  private static void post(OtlpHttpReceiver receiver, String path, MessageLite message)
      throws IOException, InterruptedException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      message.writeTo(gzip);
    }
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(receiver.endpoint() + path))
                    .header("Content-Encoding", "gzip")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(zipped.toByteArray()))
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).isEqualTo(200);
  }
}
