// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.subethasmtp;

import com.google.auto.service.AutoService;
import io.mailscope.hook.HookedType;
import io.mailscope.hook.MailInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import java.util.List;

/** The same for the copy of SubEtha in fake-smtp-server. */
@AutoService(InstrumentationModule.class)
public final class FakeSmtpServerAuthInstrumentationModule extends MailInstrumentationModule {

  /** Called by the agent. */
  public FakeSmtpServerAuthInstrumentationModule() {
    super(
        "mail-auth-subethasmtp",
        "fake-smtp-server",
        SubEthaAuthHooks.FAKE_SMTP_SERVER + "server.BaseSmtpServer");
  }

  @Override
  public List<HookedType> hookedTypes() {
    return SubEthaAuthHooks.all();
  }
}
