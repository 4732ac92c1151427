// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.catalog;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/telemetry.md says what the code emits, and nothing else. */
class TelemetryPageTest {

  private static final Path PAGE = Path.of("..", "docs", "telemetry.md");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @Test
  void metersAreTheCatalogs() throws IOException {
    List<String> rows = tableUnder("## Meters").map(TelemetryPageTest::withoutLastCell).toList();
    List<String> expected =
        Arrays.stream(MailMetric.values())
            .map(
                metric ->
                    String.format(
                        "| `%s` | %s | `%s` | %s|",
                        metric.metricName(),
                        metric.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        metric.unit(),
                        metric.attributes().isEmpty()
                            ? ""
                            : metric.attributes().stream()
                                .map(name -> "`" + name + "`")
                                .collect(joining(", ", "", " "))))
            .toList();
    assertThat(rows).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @EnumSource(MailProtocol.class)
  void commandsAreTheClosedList(MailProtocol protocol) throws IOException {
    String expected =
        protocol.commands().all().stream()
            .filter(command -> command != protocol.commands().other())
            .map(CommandName::name)
            .collect(joining(", "));
    assertThat(tableUnder("### Commands"))
        .contains("| `" + protocol.id() + "` | " + expected + " |");
  }

  @Test
  void spansAreTheCatalogs() throws IOException {
    Set<String> named =
        tableUnder("## Spans").map(row -> codes(row).get(0)).collect(Collectors.toSet());
    Set<String> expected =
        Stream.concat(
                Stream.of("{protocol}.command.{command}", "{protocol}.auth.validate"),
                Arrays.stream(MailSpan.values()).map(MailSpan::spanName))
            .collect(Collectors.toSet());
    assertThat(named).isEqualTo(expected);
  }

  @Test
  void attributesOfSpansAreTheCatalogs() throws Exception {
    Set<String> named =
        Stream.of("### Attributes of command spans", "### Attributes of the other spans")
            .flatMap(TelemetryPageTest::tableUnder0)
            .map(row -> codes(row).get(0))
            .collect(Collectors.toSet());
    Set<String> meterOnly =
        Set.of(
            "command",
            "result",
            "mechanism",
            "reason",
            "protocol",
            "module",
            "state",
            "smtp.response.class");
    Stream<String> shared =
        Arrays.stream(MailAttributes.class.getFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .map(TelemetryPageTest::key)
            .filter(name -> !meterOnly.contains(name));
    MailProtocol p = MailProtocol.POP3;
    Stream<String> perProtocol =
        Stream.of(
                p.sessionIdKey(),
                p.commandKey(),
                p.authUserKey(),
                p.authSuccessKey(),
                p.authFailureReasonKey(),
                p.authRateLimitedKey(),
                p.authMechanismKey())
            .map(key -> "{protocol}" + key.getKey().substring(4));
    assertThat(named).isEqualTo(Stream.concat(shared, perProtocol).collect(Collectors.toSet()));
  }

  private static String key(java.lang.reflect.Field field) {
    try {
      return ((AttributeKey<?>) field.get(null)).getKey();
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<String> tableUnder0(String heading) {
    try {
      return tableUnder(heading);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<String> tableUnder(String heading) throws IOException {
    return Files.readAllLines(PAGE).stream()
        .dropWhile(line -> !line.equals(heading))
        .skip(1)
        .dropWhile(line -> !line.startsWith("|"))
        .takeWhile(line -> line.startsWith("|"))
        .skip(2);
  }

  private static String withoutLastCell(String row) {
    return row.substring(0, row.lastIndexOf('|', row.length() - 2) + 1);
  }

  private static List<String> codes(String row) {
    Matcher matcher = CODE.matcher(row);
    return matcher.results().map(result -> result.group(1)).toList();
  }
}
