// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static io.mailscope.testing.SpanAssert.assertThat;

import io.mailscope.smoke.container.CollectorContainer;
import io.mailscope.smoke.container.SubEthaSoftware;
import io.mailscope.testing.otlp.OtlpHttpReceiver;
import io.mailscope.testing.server.SubEthaProcess;
import java.util.List;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** The shipped jar on an application that has SubEtha in it. It speaks nothing but SMTP. */
@ParameterizedClass(name = "{0}")
@ArgumentsSource(SubEthaDeployments.class)
class SubEthaSmokeTest extends SmtpServerSmokeTest {

  SubEthaSmokeTest(Deployment deployment) {
    super(deployment);
  }

  @BeforeParameterizedClassInvocation
  static void start(Deployment deployment) {
    start(() -> deployment.contained() ? contained(deployment) : process(deployment));
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
