// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.agent.support.StartLines;
import io.mailscope.core.MailscopeVersion;
import io.mailscope.core.settings.InstrumentationConfig;
import io.mailscope.core.settings.MailSettings;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.incubator.ExtendedOpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfigResult;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfiguration;
import io.opentelemetry.sdk.resources.Resource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On the SDK's own declarative configuration. */
class FileDefaultsTest {

  private final StartLines lines = new StartLines();
  private OpenTelemetrySdk sdk;
  private Resource resource;

  @AfterEach
  void close() {
    lines.close();
    if (sdk != null) {
      sdk.close();
    }
  }

  @Test
  void distributionIsMailscope() {
    start("file_format: '1.1'");
    assertThat(attribute("telemetry.distro.name")).isEqualTo("mailscope");
    assertThat(attribute("telemetry.distro.version")).isEqualTo(MailscopeVersion.VERSION);
    assertThat(lines.warnings()).isEmpty();
  }

  @Test
  void serverNamesTheServiceUnlessTheFileDoes() {
    String jar = System.getProperty("mailscope.servers") + "/greenmail-standalone-2.1.13.jar";
    String oldPath = System.setProperty("java.class.path", jar);
    String oldCommand = System.setProperty("sun.java.command", jar);
    try {
      start("file_format: '1.1'");
      assertThat(attribute("service.name")).isEqualTo("greenmail");
      assertThat(attribute("service.version")).isEqualTo("2.1.13");
      sdk.close();
      start("file_format: '1.1'\nresource: {attributes: [{name: service.name, value: post}]}");
      assertThat(attribute("service.name")).isEqualTo("post");
    } finally {
      System.setProperty("java.class.path", oldPath);
      System.setProperty("sun.java.command", oldCommand);
    }
  }

  @Test
  void commandLineIsLeftOutUnlessTheFileKeepsIt() {
    String detector = "\nresource: {detection/development: {detectors: [{leaky: }]}}";
    start("file_format: '1.1'" + detector);
    assertThat(attribute("process.owner")).isEqualTo("post");
    assertThat(resource.toString()).doesNotContain("secret");
    sdk.close();
    start(mail("{keep_command_line: true}") + detector);
    assertThat(attribute("process.command_line")).contains("secret");
  }

  @Test
  void noExporterIsAdded() {
    start("file_format: '1.1'\ntracer_provider: {processors: [{simple: {exporter: {console: }}}]}");
    assertThat(sdk.toString())
        .contains("LoggingSpanExporter")
        .contains("metricReaders=[]")
        .doesNotContain("Otlp");
  }

  @Test
  void settingsAreReadAsTheirTypes() {
    start(
        mail(
            "{capture_user: domain, client_faults_as_errors: true,"
                + " disabled_events: [pop3.commands, smtp.command.*]}"));
    MailSettings settings = settings();
    assertThat(settings.capturePolicy().apply("alice@example.org")).isEqualTo("example.org");
    assertThat(settings.clientFaultsAsErrors()).isTrue();
    assertThat(settings.disabledEvents().contains("pop3.commands")).isTrue();
    assertThat(settings.disabledEvents().contains("smtp.command.mail")).isTrue();
    assertThat(lines.warnings()).isEmpty();
  }

  @Test
  void hashWithoutKeyGetsOne() {
    start(mail("{capture_user: hash}"));
    assertThat(settings().capturePolicy().apply("alice")).matches("[0-9a-f]{32}");
    assertThat(lines.infos()).anyMatch(line -> line.contains("random key"));
  }

  @Test
  void keyOfDigitsIsAKey() {
    start(mail("{capture_user: hash, capture_user_key: 1234567890123456}"));
    MailSettings expected =
        MailSettings.from(
            setting -> setting.yamlKey().equals("capture_user") ? "hash" : "1234567890123456");
    assertThat(settings().capturePolicy().apply("alice"))
        .isEqualTo(expected.capturePolicy().apply("alice"));
  }

  @Test
  void wrongValuesAreOneLineEach() {
    start(mail("{capture_user: hsah, client_faults_as_errors: 7, disabled_events: nope}"));
    assertThat(lines.warnings())
        .hasSize(3)
        .anyMatch(
            line ->
                line.startsWith(
                    "instrumentation/development.java.mail.capture_user=hsah is not understood:"
                        + " it accepts clear, hash, domain, none"));
  }

  @Test
  void propertiesBesideTheFileAreOneLineEach() {
    String property = "otel.instrumentation.mail.capture-user";
    System.setProperty(property, "none");
    try {
      start("file_format: '1.1'");
      assertThat(lines.warnings())
          .containsExactly(
              property
                  + " has no effect beside otel.config.file; write it there:"
                  + " instrumentation/development.java.mail.capture_user");
    } finally {
      System.clearProperty(property);
    }
  }

  @Test
  void soAreModuleSwitches() {
    System.setProperty("otel.instrumentation.mail.enabled", "false");
    System.setProperty("otel.instrumentation.mail-pop3.enabled", "false");
    try {
      start("file_format: '1.1'");
      assertThat(lines.warnings())
          .containsExactlyInAnyOrder(
              "otel.instrumentation.mail.enabled has no effect beside otel.config.file; write it"
                  + " there: mail in distribution.javaagent.instrumentation.enabled or .disabled",
              "otel.instrumentation.mail-pop3.enabled has no effect beside otel.config.file; write"
                  + " it there: mail_pop3 in distribution.javaagent.instrumentation.enabled or"
                  + " .disabled");
    } finally {
      System.clearProperty("otel.instrumentation.mail.enabled");
      System.clearProperty("otel.instrumentation.mail-pop3.enabled");
    }
  }

  private void start(String yaml) {
    DeclarativeConfigResult result =
        DeclarativeConfiguration.parseAndCreate(
            new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    sdk = result.getSdk();
    resource = result.getResource();
  }

  private MailSettings settings() {
    return MailSettings.from(
        new InstrumentationConfig(((ExtendedOpenTelemetry) sdk).getInstrumentationConfig("mail")));
  }

  private String attribute(String key) {
    return resource.getAttribute(AttributeKey.stringKey(key));
  }

  private static String mail(String settings) {
    return "file_format: '1.1'\ninstrumentation/development: {java: {mail: " + settings + "}}";
  }
}
