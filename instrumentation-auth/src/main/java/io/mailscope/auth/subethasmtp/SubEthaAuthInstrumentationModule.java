// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.subethasmtp;

import com.google.auto.service.AutoService;
import io.mailscope.hook.HookedType;
import io.mailscope.hook.MailInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import java.util.List;

/** Authentication attempts on SubEtha SMTP. */
@AutoService(InstrumentationModule.class)
public final class SubEthaAuthInstrumentationModule extends MailInstrumentationModule {

  /** Called by the agent. */
  public SubEthaAuthInstrumentationModule() {
    super(
        "mail-auth-subethasmtp",
        "SubEtha SMTP",
        SubEthaAuthHooks.SUBETHA + "server.SMTPServer",
        // since 3.0, as for its commands
        SubEthaAuthHooks.SUBETHA + "helper.SimpleMessageListener");
  }

  @Override
  public List<HookedType> hookedTypes() {
    return SubEthaAuthHooks.all();
  }
}
