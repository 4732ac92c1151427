// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import io.mailscope.smoke.container.CollectorContainer;
import io.mailscope.smoke.container.ServerSoftware;
import io.mailscope.testing.otlp.OtlpHttpReceiver;
import io.mailscope.testing.server.GreenMailProcess;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** The shipped jar on GreenMail's standalone jar. */
@ParameterizedClass(name = "{0}")
@ArgumentsSource(GreenMailDeployments.class)
class GreenMailSmokeTest extends MailServerSmokeTest {

  GreenMailSmokeTest(Deployment deployment) {
    super(deployment);
  }

  @BeforeParameterizedClassInvocation
  static void start(Deployment deployment) {
    start(() -> deployment.contained() ? contained(deployment) : process(deployment));
  }

  private static SmokeRun process(Deployment deployment) {
    OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
    return SmokeRun.of(
        GreenMailProcess.start(deployment.version(), Shipped.launch(telemetry)),
        telemetry,
        GreenMailProcess.USER,
        GreenMailProcess.PASSWORD,
        PROTOCOLS);
  }

  private static SmokeRun contained(Deployment deployment) {
    Contained contained = Contained.start();
    CollectorContainer collector = contained.collector();
    return SmokeRun.of(
        contained.server(ServerSoftware.greenMail(deployment.version()), deployment.javaRelease()),
        collector.receiver(),
        GreenMailProcess.USER,
        GreenMailProcess.PASSWORD,
        PROTOCOLS,
        collector::close,
        contained::close);
  }

  @Override
  int listeners() {
    return 3;
  }
}
