// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.auth;

import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.core.meter.ProtocolMeters;
import io.mailscope.core.session.MailCommand;
import io.mailscope.core.session.MailSession;
import io.mailscope.core.session.Peer;
import io.mailscope.core.session.ProtocolTelemetry;
import io.mailscope.core.settings.MailSettings;
import io.mailscope.core.settings.Setting;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.Map;

/** A POP3 connection on the real SDK, with its spans and meters in memory. */
final class AuthFixture {

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
  private final Connection connection;

  AuthFixture() {
    this(Sampler.alwaysOn(), Map.of());
  }

  AuthFixture(Sampler sampler, Map<Setting, String> settings) {
    OpenTelemetrySdk sdk =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .setSampler(sampler)
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(metrics).build())
            .build();
    connection =
        new Connection(
            new ProtocolTelemetry<>(
                MailProtocol.POP3,
                sdk,
                MailSettings.from(settings::get),
                instruments -> new ProtocolMeters(MailProtocol.POP3, instruments)));
  }

  MailCommand start(String word) {
    return connection.start(word);
  }

  List<SpanData> spans(String name) {
    return spans.getFinishedSpanItems().stream().filter(s -> s.getName().equals(name)).toList();
  }

  /** The one authentication span. */
  SpanData authSpan() {
    List<SpanData> found = spans("pop3.auth.validate");
    if (found.size() != 1) {
      throw new AssertionError("Expected one authentication span, got " + found);
    }
    return found.get(0);
  }

  /** Attempts, failures, and the sum of results with these attributes. */
  Counts counts(Attributes result) {
    return new Counts(
        sum("pop3.auth.attempts", Attributes.empty()),
        sum("pop3.auth.failures", Attributes.empty()),
        sum("pop3.auth.results", result));
  }

  long results() {
    return points("pop3.auth.results").stream().mapToLong(LongPointData::getValue).sum();
  }

  private long sum(String name, Attributes attributes) {
    return points(name).stream()
        .filter(point -> point.getAttributes().equals(attributes))
        .mapToLong(LongPointData::getValue)
        .sum();
  }

  private List<LongPointData> points(String name) {
    return metrics.collectAllMetrics().stream()
        .filter(metric -> metric.getName().equals(name))
        .flatMap(metric -> metric.getLongSumData().getPoints().stream())
        .toList();
  }

  record Counts(long attempts, long failures, long results) {}

  private static final class Connection extends MailSession {

    Connection(ProtocolTelemetry<ProtocolMeters> telemetry) {
      super(telemetry, "c1", Peer.UNKNOWN);
    }

    MailCommand start(String word) {
      return start(MailProtocol.POP3.commands().find(word));
    }

    @Override
    protected MailCommand newCommand() {
      return new SilentCommand(this);
    }
  }

  private static final class SilentCommand extends MailCommand {

    SilentCommand(MailSession session) {
      super(session);
    }

    @Override
    protected void reset() {}

    @Override
    protected void describeReply(Span span) {}

    @Override
    protected int replyClass() {
      return 0;
    }

    @Override
    protected String replyCode() {
      return "ERR";
    }

    @Override
    protected boolean isServerFault() {
      return false;
    }

    @Override
    protected boolean isClientFault() {
      return false;
    }
  }
}
