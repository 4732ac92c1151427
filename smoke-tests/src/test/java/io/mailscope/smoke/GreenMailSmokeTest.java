// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.otlp.OtlpHttpReceiver;
import io.mailscope.testing.server.GreenMailProcess;
import io.mailscope.testing.server.GreenMailVersions;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** The shipped jar on GreenMail's standalone jar. */
@ParameterizedClass(name = "GreenMail {0}")
@ArgumentsSource(GreenMailVersions.class)
class GreenMailSmokeTest extends MailServerSmokeTest {

  private static SmokeRun run;

  GreenMailSmokeTest(String version) {
    assertThat(run.server().version()).isEqualTo(version);
  }

  @BeforeParameterizedClassInvocation
  static void start(String version) {
    OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
    run =
        SmokeRun.of(
            GreenMailProcess.start(version, Shipped.launch(telemetry)),
            telemetry,
            GreenMailProcess.USER,
            GreenMailProcess.PASSWORD,
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

  @Override
  int listeners() {
    return 3;
  }
}
