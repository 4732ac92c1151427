// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static java.util.logging.Level.FINE;

import io.mailscope.core.catalog.MailAttributes;
import io.mailscope.core.catalog.MailSpan;
import io.mailscope.core.session.MailStep;
import io.mailscope.imap.ImapStatus;
import io.opentelemetry.context.Scope;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import org.apache.james.imap.message.request.AbstractMailboxSelectionRequest;
import org.apache.james.imap.message.request.ExamineRequest;

/** {@code imap.mailbox.select} on James. */
public final class JamesSelect {

  private static final Logger logger = Logger.getLogger("mailscope");
  private static final long UNKNOWN = -1;

  private final JamesImapExchange command;
  private final MailStep step;
  private final boolean examine;
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile boolean readOnly;
  private volatile long messages = UNKNOWN;

  private JamesSelect(JamesImapExchange command, MailStep step, boolean examine) {
    this.command = command;
    this.step = step;
    this.examine = examine;
  }

  /** The mailbox is looked up; null where no span is to be made. */
  public static JamesSelect start(
      JamesImapExchange command, AbstractMailboxSelectionRequest request) {
    MailStep step = MailStep.open(command.command(), MailSpan.IMAP_MAILBOX_SELECT);
    if (step == null) {
      return null;
    }
    if (step.span().isRecording()) {
      String told =
          step.command()
              .session()
              .telemetry()
              .settings()
              .capturePolicy()
              .apply(request.getMailboxName());
      if (told != null) {
        step.span().setAttribute(MailAttributes.IMAP_MAILBOX, told);
      }
    }
    JamesSelect select = new JamesSelect(command, step, request instanceof ExamineRequest);
    command.selects(select);
    return select;
  }

  /** Makes the step current on this thread. */
  public Scope attach() {
    return step.attach();
  }

  /** James tells the client how many messages there are. */
  void exists(long count) {
    messages = count;
  }

  /** James tells the client that it can't write, though it may have asked for it. */
  void readOnly() {
    readOnly = true;
  }

  /** The mailbox is selected, or is not, or the client is gone. Counts once. Never throws. */
  public void end(Throwable failure) {
    if (ended.compareAndSet(false, true)) {
      try {
        finish(failure);
      } catch (Throwable e) {
        logger.log(FINE, "mailscope: the end of a selection failed", e);
      }
    }
  }

  private void finish(Throwable failure) {
    command.selects(null);
    boolean serverFault = failure != null && JamesImapFaults.isServerFault(failure);
    if (serverFault) {
      command.command().failed(failure);
    }
    if (step.span().isRecording()) {
      step.span().setAttribute(MailAttributes.IMAP_READ_ONLY, examine || readOnly);
      if (messages != UNKNOWN && command.command().isAnswered(ImapStatus.OK)) {
        step.span().setAttribute(MailAttributes.IMAP_MESSAGE_COUNT, messages);
      }
    }
    step.end(serverFault ? failure : null);
  }
}
