// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp;

import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.core.session.ProtocolTelemetry;
import io.mailscope.core.settings.MailSettings;
import io.opentelemetry.api.GlobalOpenTelemetry;

/** Home of the one {@link ProtocolTelemetry} of SMTP. */
public final class SmtpTelemetry {

  private static final ProtocolTelemetry<SmtpMeters> instance =
      new ProtocolTelemetry<>(
          MailProtocol.SMTP, GlobalOpenTelemetry.get(), MailSettings.get(), SmtpMeters::new);

  private SmtpTelemetry() {}

  /** What all SMTP servers of this class loader share. */
  public static ProtocolTelemetry<SmtpMeters> get() {
    return instance;
  }
}
