// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.smoke.container.CollectorContainer;
import io.mailscope.smoke.container.SubEthaSoftware;
import io.mailscope.testing.otlp.OtlpHttpReceiver;
import io.mailscope.testing.server.SubEthaProcess;
import java.util.List;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** The shipped jar on an application that has SubEtha in it. It speaks nothing but SMTP. */
@ParameterizedClass(name = "{0}")
@ArgumentsSource(SubEthaDeployments.class)
class SubEthaSmokeTest extends SmtpServerSmokeTest {

  private static SmokeRun run;

  SubEthaSmokeTest(Deployment deployment) {
    assertThat(run.server().version()).isEqualTo(deployment.version());
  }

  @BeforeParameterizedClassInvocation
  static void start(Deployment deployment) {
    run = null; // that of the deployment before, if this one is skipped
    run = deployment.contained() ? contained(deployment) : process(deployment);
  }

  private static SmokeRun process(Deployment deployment) {
    OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
    return SmokeRun.of(
        SubEthaProcess.start(deployment.version(), Shipped.launch(telemetry)),
        telemetry,
        SubEthaProcess.USER,
        SubEthaProcess.PASSWORD,
        List.of("smtp"));
  }

  private static SmokeRun contained(Deployment deployment) {
    Contained contained = Contained.start();
    CollectorContainer collector = contained.collector();
    return SmokeRun.of(
        contained.server(SubEthaSoftware.of(deployment.version()), deployment.javaRelease()),
        collector.receiver(),
        SubEthaProcess.USER,
        SubEthaProcess.PASSWORD,
        List.of("smtp"),
        collector::close,
        contained::close);
  }

  @AfterParameterizedClassInvocation
  static void stopAndLookForWhatMustNotLeave() {
    if (run == null) {
      return;
    }
    try (SmokeRun finished = run) {
      finished.server().stop();
      assertThat(finished.telemetry().paths()).isNotEmpty().doesNotContain("/v1/logs");
      assertThat(finished.secrets().foundIn(finished.telemetry().requests())).isEmpty();
      assertThat(finished.server().output())
          .noneMatch(line -> line.contains("matched nothing") || line.contains("not applied"));
    }
  }

  @Override
  SmokeRun run() {
    return run;
  }

  @Override
  int listeners() {
    return 1;
  }

  /** An application does, of which the agent knows nothing. */
  @Override
  boolean startsByItself() {
    return false;
  }

  /** The number of octets that went in is the one that the span tells. */
  @Override
  void read() {
    assertThat(only("smtp.message.save"))
        .hasAttribute("smtp.from", run().email())
        .hasAttribute("smtp.recipients_count", 1L)
        .hasAttribute("smtp.buffer_size", telemetry.sum("smtp.bytes.received"));
  }
}
