// SPDX-License-Identifier: Apache-2.0
package io.mailscope.benchmarks;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.api.instrumenter.Instrumenter;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerAttributesExtractor;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerMetrics;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerRoute;
import io.opentelemetry.instrumentation.api.semconv.http.HttpSpanNameExtractor;
import io.opentelemetry.instrumentation.api.semconv.http.HttpSpanStatusExtractor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The yardstick: one request through the {@code Instrumenter} that upstream gives HTTP servers. */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HttpServerBenchmark {

  private Instrumenter<HttpRequest, Integer> instrumenter;
  private final HttpRequest request = new HttpRequest();

  @Setup(Level.Trial)
  public void setUp() {
    OpenTelemetry openTelemetry = Sdk.install(Sampler.alwaysOn());
    HttpRequestAttributes getter = new HttpRequestAttributes();
    instrumenter =
        Instrumenter.<HttpRequest, Integer>builder(
                openTelemetry, "http", HttpSpanNameExtractor.create(getter))
            .setSpanStatusExtractor(HttpSpanStatusExtractor.create(getter))
            .addAttributesExtractor(HttpServerAttributesExtractor.create(getter))
            .addContextCustomizer(HttpServerRoute.create(getter))
            .addOperationMetrics(HttpServerMetrics.get())
            .buildServerInstrumenter(new NoHeaders());
  }

  /** A request that is answered by 200. */
  @Benchmark
  public void request() {
    Context context = instrumenter.start(Context.root(), request);
    Scope serving = context.makeCurrent();
    serving.close();
    instrumenter.end(context, request, 200, null);
  }
}
