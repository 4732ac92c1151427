// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import static java.util.Arrays.asList;

import com.google.auto.service.AutoService;
import io.mailscope.hook.HookedType;
import io.mailscope.hook.MailInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import java.util.List;

/** Commands, mailboxes, fetched messages and connections of GreenMail's IMAP server. */
@AutoService(InstrumentationModule.class)
public final class GreenMailImapInstrumentationModule extends MailInstrumentationModule {

  /** Called by the agent. */
  public GreenMailImapInstrumentationModule() {
    super("mail-imap-greenmail", "GreenMail", "com.icegreen.greenmail.imap.ImapServer");
  }

  @Override
  public List<HookedType> hookedTypes() {
    return asList(
        new AbstractServerInstrumentation(),
        new ImapHandlerInstrumentation(),
        new ImapRequestHandlerInstrumentation(),
        new ImapRequestLineReaderInstrumentation(),
        new ImapCommandFactoryInstrumentation(),
        new ImapResponseInstrumentation(),
        new CommandTemplateInstrumentation(),
        new SelectCommandInstrumentation(),
        new FetchCommandInstrumentation(),
        new FetchResponseInstrumentation());
  }
}
