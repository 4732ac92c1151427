// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.otlp.OtlpHttpReceiver;
import io.mailscope.testing.server.JamesProcess;
import io.mailscope.testing.server.JamesVersions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** The shipped jar on whole Apache James. */
@ParameterizedClass(name = "{0}")
@ArgumentsSource(JamesDeployments.class)
class JamesSmokeTest extends MailServerSmokeTest {

  private static SmokeRun run;

  JamesSmokeTest(Deployment deployment) {
    assertThat(run.server().version()).isEqualTo(deployment.version());
  }

  @BeforeParameterizedClassInvocation
  static void start(Deployment deployment) {
    OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
    run =
        SmokeRun.of(
            JamesProcess.start(deployment.version(), Shipped.launch(telemetry)),
            telemetry,
            JamesProcess.USER,
            JamesProcess.PASSWORD,
            PROTOCOLS);
  }

  @AfterParameterizedClassInvocation
  static void stopAndLookForWhatMustNotLeave() {
    try (SmokeRun finished = run) {
      finished.server().stop();
      assertThat(finished.telemetry().paths()).isNotEmpty().doesNotContain("/v1/logs");
      assertThat(finished.secrets().foundIn(finished.telemetry().requests())).isEmpty();
    }
  }

  @Override
  SmokeRun run() {
    return run;
  }

  /** SMTP, submission and LMTP, and one for each other protocol. */
  @Override
  int listeners() {
    return 2 + protocols().size();
  }

  @Override
  String imapLogin() {
    return "authenticate";
  }

  @Override
  boolean startsByItself() {
    return run.server().version().equals(JamesVersions.NEWEST);
  }

  /** The stock agent's instrumentation of Reactor, with which James mixes up what it answers. */
  @Test
  void reactorIsLeftAloneWhereItHurts() {
    assertThat(run.server().output())
        .filteredOn(line -> line.contains("otel.instrumentation.reactor.enabled=false"))
        .hasSize(startsByItself() ? 1 : 0);
  }
}
