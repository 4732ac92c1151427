// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.Telemetry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What authentication leaves behind on one protocol: nothing, or one attempt exactly. */
public final class Attempts {

  private final Telemetry telemetry;
  private final String protocol;

  public Attempts(Telemetry telemetry, String protocol) {
    this.telemetry = telemetry;
    this.protocol = protocol;
  }

  public static Attempts smtp(Telemetry telemetry) {
    return new Attempts(telemetry, "smtp");
  }

  public static Attempts pop3(Telemetry telemetry) {
    return new Attempts(telemetry, "pop3");
  }

  public static Attempts imap(Telemetry telemetry) {
    return new Attempts(telemetry, "imap");
  }

  /** The command ended and was a successful attempt. */
  public ExportedSpan succeeded(String command, String mechanism, String user) {
    return one(command, mechanism, "success", Map.of("user", user, "success", true));
  }

  /** The command ended and was an attempt that failed for this reason. */
  public ExportedSpan failed(String command, String mechanism, String user, String reason) {
    return one(
        command,
        mechanism,
        reason,
        Map.of("user", user, "success", false, "failure_reason", reason));
  }

  /** The command ended and was refused before the server knew a user. */
  public ExportedSpan refused(String command, String mechanism, String reason) {
    return one(command, mechanism, reason, Map.of("success", false, "failure_reason", reason));
  }

  /** The command ended and was no attempt. */
  public void none(String command) {
    telemetry.awaitSpan(protocol + ".command." + command);
    assertThat(telemetry.spans(protocol + ".auth.validate")).isEmpty();
    counts(0, 0, Map.of(), 0);
  }

  /**
   * The command ended and was one attempt.
   *
   * @param attributes of its span, all of them but the mechanism, without their prefix
   */
  public ExportedSpan one(
      String command, String mechanism, String result, Map<String, Object> attributes) {
    return oneWith(command, mechanism, result, attributes, Map.of());
  }

  /** As {@link #one}, with attributes that have no prefix. */
  public ExportedSpan oneWith(
      String command,
      String mechanism,
      String result,
      Map<String, Object> attributes,
      Map<String, Object> more) {
    ExportedSpan parent = telemetry.awaitSpan(protocol + ".command." + command);
    List<ExportedSpan> spans = telemetry.spans(protocol + ".auth.validate");
    assertThat(spans).hasSize(1);
    Map<String, Object> expected = new HashMap<>(more);
    attributes.forEach((key, value) -> expected.put(protocol + ".auth." + key, value));
    expected.put(protocol + ".auth.mechanism", mechanism);
    assertThat(spans.get(0))
        .hasKind("INTERNAL")
        .hasScope("Relate." + Character.toUpperCase(protocol.charAt(0)) + protocol.substring(1))
        .hasParent(parent)
        .hasStatusUnset()
        .hasAttributesExactly(expected)
        .hasNoEvents();
    boolean success = result.equals("success");
    counts(1, success ? 0 : 1, Map.of("result", result, "mechanism", mechanism), 1);
    return spans.get(0);
  }

  /** Attempts, failures, and what stands under one result, which must be all there is. */
  public void counts(long attempts, long failures, Map<String, String> result, long results) {
    assertThat(telemetry.sum(protocol + ".auth.attempts")).as("attempts").isEqualTo(attempts);
    assertThat(telemetry.sum(protocol + ".auth.failures")).as("failures").isEqualTo(failures);
    assertThat(telemetry.sum(protocol + ".auth.results", result)).as("results").isEqualTo(results);
    assertThat(telemetry.sum(protocol + ".auth.results")).as("all results").isEqualTo(results);
  }
}
