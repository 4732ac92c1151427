// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.agent.support.StartLines;
import io.mailscope.core.settings.InstrumentationConfig;
import io.mailscope.core.settings.MailSettings;
import io.mailscope.core.settings.Setting;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.incubator.ExtendedOpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfigResult;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfiguration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code docs/settings.md} says what the code does. */
class SettingsDocTest {

  private String page;

  @BeforeEach
  void read() throws IOException {
    page = Files.readString(Path.of("..", "docs", "settings.md"));
  }

  @Test
  void tablesAreTheDeclarations() {
    List<String> rows = new ArrayList<>();
    for (Setting.Status status : Setting.Status.values()) {
      for (Setting setting : Setting.values()) {
        if (setting.status() == status) {
          rows.add(row(setting));
        }
      }
    }
    assertThat(page.lines().filter(line -> line.startsWith("| `otel.")))
        .containsExactlyElementsOf(rows);
  }

  @Test
  void everyModuleAndFamilyIsNamed() {
    assertThat(MailModules.switches())
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  @Test
  void exampleFileIsUnderstood() {
    String example = page.substring(page.indexOf("```yaml") + 7);
    example = example.substring(0, example.indexOf("```"));
    try (StartLines lines = new StartLines()) {
      DeclarativeConfigResult result =
          DeclarativeConfiguration.parseAndCreate(
              new ByteArrayInputStream(example.getBytes(StandardCharsets.UTF_8)));
      try (OpenTelemetrySdk sdk = result.getSdk()) {
        assertThat(lines.warnings()).isEmpty();
        assertThat(lines.infos()).singleElement().asString().endsWith("configuration file");
        MailSettings settings =
            MailSettings.from(
                new InstrumentationConfig(
                    ((ExtendedOpenTelemetry) sdk).getInstrumentationConfig("mail")));
        assertThat(settings.capturePolicy().apply("alice")).matches("[0-9a-f]{32}");
        assertThat(settings.disabledEvents().contains("pop3.command.stat")).isTrue();
        assertThat(result.getResource().getAttribute(AttributeKey.stringKey("service.name")))
            .isEqualTo("mail-in");
        assertThat(sdk.toString()).contains("http://127.0.0.1:4318/v1/traces");
      }
    }
  }

  private static String row(Setting setting) {
    String value = setting.defaultValue();
    boolean isWord = value.equals("found") || value.equals("random");
    String words = value.isEmpty() ? "empty" : isWord ? value : "`" + value + "`";
    return "| `"
        + setting.property()
        + "` | `"
        + setting.environmentVariable()
        + "` | "
        + words
        + " | "
        + setting.accepts()
        + " | "
        + setting.meaning()
        + " |";
  }
}
