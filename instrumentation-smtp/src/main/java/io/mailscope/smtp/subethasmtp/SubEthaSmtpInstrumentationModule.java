// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import com.google.auto.service.AutoService;
import io.mailscope.hook.HookedType;
import io.mailscope.hook.MailInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import java.util.List;

/** Commands, messages and connections of SubEtha SMTP. */
@AutoService(InstrumentationModule.class)
public final class SubEthaSmtpInstrumentationModule extends MailInstrumentationModule {

  /** Called by the agent. */
  public SubEthaSmtpInstrumentationModule() {
    super(
        "mail-smtp-subethasmtp",
        "SubEtha SMTP",
        SubEthaTypes.SUBETHA + "server.SMTPServer",
        // since 3.0; before, SubEtha was another server, on Apache MINA
        SubEthaTypes.SUBETHA + "helper.SimpleMessageListener");
  }

  @Override
  public List<HookedType> hookedTypes() {
    return SubEthaHooks.all();
  }
}
