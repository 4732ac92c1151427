// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.settings;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.instrumentation.api.incubator.config.internal.DeclarativeConfigUtil;
import java.util.function.Function;

/**
 * The values of our own settings. A wrong value counts as not set; the agent says so at start.
 *
 * <p>Immutable and thread-safe. {@link #get()} reads properties, environment and configuration file
 * alike, once per class loader.
 */
public final class MailSettings {

  private final CapturePolicy capturePolicy;
  private final boolean clientFaultsAsErrors;
  private final DisabledEvents disabledEvents;
  private final boolean keepCommandLine;

  private MailSettings(Function<Setting, String> values) {
    capturePolicy =
        SettingParser.capturePolicy(
            values.apply(Setting.CAPTURE_USER), values.apply(Setting.CAPTURE_USER_KEY));
    clientFaultsAsErrors = isTrue(values.apply(Setting.CLIENT_FAULTS_AS_ERRORS));
    disabledEvents = DisabledEvents.parse(values.apply(Setting.DISABLED_EVENTS));
    keepCommandLine = isTrue(values.apply(Setting.KEEP_COMMAND_LINE));
  }

  /** The settings of this JVM. Call it after the agent has installed OpenTelemetry, not before. */
  public static MailSettings get() {
    return Installed.SETTINGS;
  }

  /**
   * Settings from any source.
   *
   * @param values the text of a setting, or null where it is not set
   */
  public static MailSettings from(Function<Setting, String> values) {
    return new MailSettings(values);
  }

  /** What may be recorded of users, addresses, mailboxes and message ids. */
  public CapturePolicy capturePolicy() {
    return capturePolicy;
  }

  /** Whether a client's fault sets ERROR on a span. */
  public boolean clientFaultsAsErrors() {
    return clientFaultsAsErrors;
  }

  /** Spans and meters that are not made. */
  public DisabledEvents disabledEvents() {
    return disabledEvents;
  }

  /** Whether the resource keeps the server's command line. */
  public boolean keepCommandLine() {
    return keepCommandLine;
  }

  private static boolean isTrue(String text) {
    return Boolean.TRUE.equals(SettingParser.bool(text));
  }

  /** Initialised on first use, so that no lock is taken on a command's path. */
  private static final class Installed {
    static final MailSettings SETTINGS =
        from(
            new InstrumentationConfig(
                DeclarativeConfigUtil.getInstrumentationConfig(GlobalOpenTelemetry.get(), "mail")));
  }
}
