// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.smoke.container.CollectorContainer;
import io.mailscope.smoke.container.JamesSoftware;
import io.mailscope.testing.otlp.OtlpHttpReceiver;
import io.mailscope.testing.server.JamesProcess;
import io.mailscope.testing.server.JamesVersions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** The shipped jar on whole Apache James. */
@ParameterizedClass(name = "{0}")
@ArgumentsSource(JamesDeployments.class)
class JamesSmokeTest extends MailServerSmokeTest {

  /** Of what is put into an image. */
  @TempDir static Path directory;

  JamesSmokeTest(Deployment deployment) {
    super(deployment);
  }

  @BeforeParameterizedClassInvocation
  static void start(Deployment deployment) {
    start(() -> deployment.contained() ? contained(deployment) : process(deployment));
  }

  private static SmokeRun process(Deployment deployment) {
    OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
    return SmokeRun.of(
        JamesProcess.start(deployment.version(), Shipped.launch(telemetry)),
        telemetry,
        JamesProcess.USER,
        JamesProcess.PASSWORD,
        PROTOCOLS);
  }

  private static SmokeRun contained(Deployment deployment) {
    Contained contained = Contained.start();
    CollectorContainer collector = contained.collector();
    return SmokeRun.of(
        JamesSoftware.withUser(
            contained.server(
                JamesSoftware.of(deployment.version(), directory), deployment.javaRelease())),
        collector.receiver(),
        JamesProcess.USER,
        JamesProcess.PASSWORD,
        PROTOCOLS,
        collector::close,
        contained::close);
  }

  /** SMTP, submission and LMTP, and one for each other protocol. */
  @Override
  int listeners() {
    return 2 + PROTOCOLS.size();
  }

  @Override
  boolean startsByItself() {
    return run().server().version().equals(JamesVersions.NEWEST);
  }

  /** The stock agent's instrumentation of Reactor, with which James mixes up what it answers. */
  @Test
  void reactorIsLeftAloneWhereItHurts() {
    assertThat(run().server().output())
        .filteredOn(line -> line.contains("otel.instrumentation.reactor.enabled=false"))
        .hasSize(startsByItself() ? 1 : 0);
  }
}
