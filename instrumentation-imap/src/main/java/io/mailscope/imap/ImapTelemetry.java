// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap;

import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.core.session.ProtocolTelemetry;
import io.mailscope.core.settings.MailSettings;
import io.opentelemetry.api.GlobalOpenTelemetry;

/** Home of the one {@link ProtocolTelemetry} of IMAP. */
public final class ImapTelemetry {

  private static final ProtocolTelemetry<ImapMeters> instance =
      new ProtocolTelemetry<>(
          MailProtocol.IMAP, GlobalOpenTelemetry.get(), MailSettings.get(), ImapMeters::new);

  private ImapTelemetry() {}

  /** What all IMAP servers of this class loader share. */
  public static ProtocolTelemetry<ImapMeters> get() {
    return instance;
  }
}
