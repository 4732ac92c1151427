// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static java.util.Arrays.asList;

import com.google.auto.service.AutoService;
import io.mailscope.hook.HookedType;
import io.mailscope.hook.MailInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import java.util.List;

/** What James' users' repositories say of a failed attempt. */
@AutoService(InstrumentationModule.class)
public final class JamesUsersInstrumentationModule extends MailInstrumentationModule {

  /** Called by the agent. */
  public JamesUsersInstrumentationModule() {
    super(
        "mail-auth-james",
        "James",
        "org.apache.james.user.api.UsersRepository",
        "org.apache.james.protocols.netty.NettyServer");
  }

  @Override
  public List<HookedType> hookedTypes() {
    return asList(new UsersRepositoryInstrumentation(), new UserInstrumentation());
  }
}
