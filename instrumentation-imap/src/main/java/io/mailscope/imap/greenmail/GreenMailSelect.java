// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import com.icegreen.greenmail.imap.ImapSession;
import io.mailscope.core.catalog.MailAttributes;
import io.mailscope.core.catalog.MailSpan;
import io.mailscope.core.session.MailStep;

/** {@code imap.mailbox.select} on GreenMail. */
public final class GreenMailSelect {

  private GreenMailSelect() {}

  /** The mailbox is looked up; null where no span is to be made. */
  public static MailStep start(String mailbox, boolean readOnly) {
    MailStep select = MailStep.start(GreenMailImapRequest.command(), MailSpan.IMAP_MAILBOX_SELECT);
    if (select != null && select.span().isRecording()) {
      String told =
          select.command().session().telemetry().settings().capturePolicy().apply(mailbox);
      if (told != null) {
        select.span().setAttribute(MailAttributes.IMAP_MAILBOX, told);
      }
      select.span().setAttribute(MailAttributes.IMAP_READ_ONLY, readOnly);
    }
    return select;
  }

  /** The mailbox is selected, or is not. GreenMail makes the same NO of every failure. */
  public static void end(MailStep select, ImapSession session, Throwable failure) {
    GreenMailImapRequest.failed(failure);
    if (select == null) {
      return;
    }
    try {
      if (failure == null && select.span().isRecording()) {
        select
            .span()
            .setAttribute(
                MailAttributes.IMAP_MESSAGE_COUNT, session.getSelected().getMessageCount());
      }
    } finally {
      select.end(GreenMailImapRequest.isServerFault(failure) ? failure : null);
    }
  }
}
