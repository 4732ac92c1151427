// SPDX-License-Identifier: Apache-2.0
package io.mailscope.benchmarks;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks and prints what a command costs beside an HTTP request in the same run. */
public final class CommandCost {

  private final Collection<RunResult> results;

  private CommandCost(Collection<RunResult> results) {
    this.results = results;
  }

  /** Prints the table; takes about a minute. */
  public static void main(String[] arguments) throws RunnerException {
    System.out.print(measure(5).table());
  }

  /**
   * @param iterations of one second each; bytes are exact after a few, times want more
   */
  static CommandCost measure(int iterations) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include("io\\.mailscope\\.benchmarks\\..*")
            .addProfiler(GCProfiler.class)
            .forks(1)
            .jvmArgsAppend("-XX:+UseSerialGC", "-Xmx512m")
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(iterations)
            .measurementTime(TimeValue.seconds(1))
            .verbosity(VerboseMode.SILENT)
            .build();
    return new CommandCost(new Runner(options).run());
  }

  /** Bytes allocated by one call, in the iteration in which JMH's own weigh least. */
  double bytes(String benchmark, String sampling) {
    return find(benchmark, sampling)
        .getSecondaryResults()
        .get("gc.alloc.rate.norm")
        .getStatistics()
        .getMin();
  }

  private double nanos(String benchmark, String sampling) {
    return find(benchmark, sampling).getPrimaryResult().getScore();
  }

  private RunResult find(String benchmark, String sampling) {
    return results.stream()
        .filter(r -> r.getParams().getBenchmark().endsWith("." + benchmark))
        .filter(r -> sampling == null || sampling.equals(r.getParams().getParam("sampling")))
        .findFirst()
        .orElseThrow();
  }

  String table() {
    double httpBytes = bytes("HttpServerBenchmark.request", null);
    double httpNanos = nanos("HttpServerBenchmark.request", null);
    StringBuilder table = new StringBuilder();
    table.append(
        String.format("%-44s %8s %8s %12s %12s%n", "", "B/op", "ns/op", "B ratio", "ns ratio"));
    row(
        table,
        "HTTP request, upstream's Instrumenter",
        "HttpServerBenchmark.request",
        null,
        httpBytes,
        httpNanos);
    row(table, "mail command, sampled", "CommandBenchmark.command", "on", httpBytes, httpNanos);
    row(
        table,
        "mail command, sampled out",
        "CommandBenchmark.command",
        "off",
        httpBytes,
        httpNanos);
    row(table, "meters of a command alone", "CommandBenchmark.meters", "on", httpBytes, httpNanos);
    return table.toString();
  }

  private void row(
      StringBuilder table,
      String name,
      String benchmark,
      String sampling,
      double httpBytes,
      double httpNanos) {
    double bytes = bytes(benchmark, sampling);
    double nanos = nanos(benchmark, sampling);
    table.append(
        String.format(
            Locale.ROOT,
            "%-44s %8.0f %8.0f %12.2f %12.2f%n",
            name,
            bytes,
            nanos,
            bytes / httpBytes,
            nanos / httpNanos));
  }
}
