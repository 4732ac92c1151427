// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3;

import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.core.session.ProtocolTelemetry;
import io.mailscope.core.settings.MailSettings;
import io.opentelemetry.api.GlobalOpenTelemetry;

/** Home of the one {@link ProtocolTelemetry} of POP3. */
public final class Pop3Telemetry {

  private static final ProtocolTelemetry<Pop3Meters> instance =
      new ProtocolTelemetry<>(
          MailProtocol.POP3, GlobalOpenTelemetry.get(), MailSettings.get(), Pop3Meters::new);

  private Pop3Telemetry() {}

  /** What all POP3 servers of this class loader share. */
  public static ProtocolTelemetry<Pop3Meters> get() {
    return instance;
  }
}
