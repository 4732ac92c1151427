// SPDX-License-Identifier: Apache-2.0
package io.mailscope.benchmarks;

import io.mailscope.core.catalog.CommandName;
import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.core.session.MailSession;
import io.mailscope.core.session.Peer;
import io.mailscope.smtp.SmtpCommand;
import io.mailscope.smtp.SmtpMeters;
import io.mailscope.smtp.SmtpSession;
import io.mailscope.smtp.SmtpTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One SMTP command as the advice drives it: the line was read, the command is current while the
 * server answers, the reply is sent. All attributes of a real connection.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CommandBenchmark {

  /** {@code on}: every command has a span; {@code off}: none is sampled. */
  @Param({"on", "off"})
  public String sampling;

  private SmtpSession session;
  private io.opentelemetry.context.Scope serving;
  private SmtpMeters meters;
  private CommandName noop;

  @Setup(Level.Trial)
  public void setUp() {
    Sdk.install(sampling.equals("on") ? Sampler.alwaysOn() : Sampler.alwaysOff());
    session =
        new SmtpSession(
            MailSession.newId(),
            Peer.of(new InetSocketAddress("192.0.2.7", 51640), new InetSocketAddress(3025)));
    session.reuseCommands();
    serving = session.context().makeCurrent();
    meters = SmtpTelemetry.get().meters();
    noop = MailProtocol.SMTP.commands().find("NOOP");
  }

  /** The server is done with the connection. */
  @TearDown(Level.Trial)
  public void tearDown() {
    serving.close();
  }

  /** The whole path. */
  @Benchmark
  public void command() {
    SmtpCommand command = session.start("NOOP");
    command.makeCurrent();
    command.reply("250 OK");
    command.end();
  }

  /** The meters of a command without its span. */
  @Benchmark
  public void meters() {
    meters.command(noop);
    meters.completed(noop, 1, null, 12_345, Context.root());
  }
}
