// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.auth;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.core.session.MailCommand;
import io.mailscope.core.settings.Setting;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What an application's own authenticator does to the span that it finds as the current one. */
class OwnAuthenticatorTest {

  private final AuthFixture fixture = new AuthFixture();

  @Test
  void whatItAddsStays() {
    SpanData span =
        failed(
            fixture,
            current ->
                current
                    .setAttribute("pop3.auth.cache_hit", true)
                    .setAttribute("pop3.auth.key_name", "backup")
                    .setAttribute("pop3.auth.user", "alice@tenant")
                    .setAttribute("pop3.auth.failure_reason", "missing_scope"));

    Attributes attributes = span.getAttributes();
    assertThat(attributes.get(booleanKey("pop3.auth.cache_hit"))).isTrue();
    assertThat(attributes.get(stringKey("pop3.auth.key_name"))).isEqualTo("backup");
    assertThat(attributes.get(stringKey("pop3.auth.user"))).isEqualTo("alice@tenant");
    assertThat(attributes.get(stringKey("pop3.auth.failure_reason"))).isEqualTo("missing_scope");
    assertThat(fixture.counts(result("missing_scope"))).isEqualTo(new AuthFixture.Counts(1, 1, 1));
  }

  @Test
  void aReasonOfItsOwnIsNotOnTheMeters() {
    SpanData span =
        failed(fixture, current -> current.setAttribute("pop3.auth.failure_reason", "moon phase"));

    assertThat(span.getAttributes().get(stringKey("pop3.auth.failure_reason")))
        .isEqualTo("moon phase");
    assertThat(fixture.counts(result("other"))).isEqualTo(new AuthFixture.Counts(1, 1, 1));
  }

  @Test
  void itsLimitReplacesOurReason() {
    SpanData span =
        failed(fixture, current -> current.setAttribute("pop3.auth.rate_limited", true));

    assertThat(span.getAttributes().get(stringKey("pop3.auth.failure_reason"))).isNull();
    assertThat(fixture.counts(result("rate_limited"))).isEqualTo(new AuthFixture.Counts(1, 1, 1));
  }

  @Test
  void ofAnExceptionOnlyTheTypeIsKept() {
    SpanData span =
        failed(
            fixture,
            current -> {
              current.recordException(new IllegalStateException("password s3cret"));
              current.addEvent(
                  "exception", Attributes.of(stringKey("exception.message"), "s3cret"));
              current.setStatus(StatusCode.ERROR, "password s3cret");
              current.setAttribute("exception.message", "password s3cret");
              current.setAttribute("exception.stacktrace", "password s3cret");
              current.addEvent(
                  "looked up", Attributes.of(stringKey("exception.message"), "s3cret"));
            });

    assertThat(span.getAttributes().get(stringKey("exception.type")))
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(span.getEvents()).extracting("name").containsExactly("looked up");
    assertThat(span.getStatus()).isEqualTo(StatusData.error());
    assertThat(span.toString()).doesNotContain("s3cret");
  }

  @Test
  void theUserThatItTellsFollowsTheCapturePolicy() {
    AuthFixture domain =
        new AuthFixture(Sampler.alwaysOn(), Map.of(Setting.CAPTURE_USER, "domain"));
    SpanData span =
        failed(domain, current -> current.setAttribute("pop3.auth.user", "alice@example.test"));
    assertThat(span.getAttributes().get(stringKey("pop3.auth.user"))).isEqualTo("example.test");

    AuthFixture none = new AuthFixture(Sampler.alwaysOn(), Map.of(Setting.CAPTURE_USER, "none"));
    span = failed(none, current -> current.setAttribute("pop3.auth.user", "alice@example.test"));
    assertThat(span.getAttributes().get(stringKey("pop3.auth.user"))).isNull();
  }

  @Test
  void itsTextIsCleaned() {
    SpanData span =
        failed(fixture, current -> current.setAttribute("pop3.auth.key_name", "back\nup"));

    assertThat(span.getAttributes().get(stringKey("pop3.auth.key_name"))).isEqualTo("back?up");
  }

  @Test
  void itCanNeitherEndNorRenameTheSpan() {
    SpanData span =
        failed(
            fixture,
            current -> {
              current.updateName("mine");
              current.end();
            });

    assertThat(span.getAttributes().get(booleanKey("pop3.auth.success"))).isFalse();
  }

  /** OpenTelemetry's own spans forgive it too. */
  @Test
  void itsNullsDoNoHarm() {
    failed(
        fixture,
        current -> {
          current.setAttribute((AttributeKey<String>) null, "x");
          current.setAttribute(stringKey("pop3.auth.failure_reason"), null);
          current.addEvent(null);
          current.recordException(null);
          current.setStatus(null);
        });
    assertThat(fixture.counts(result("invalid_key"))).isEqualTo(new AuthFixture.Counts(1, 1, 1));
  }

  @Test
  void itsLimitCountsWhereNoSpanIsSampled() {
    AuthFixture unsampled = new AuthFixture(Sampler.alwaysOff(), Map.of());
    attempt(unsampled, current -> current.setAttribute("pop3.auth.rate_limited", true));

    assertThat(unsampled.spans("pop3.auth.validate")).isEmpty();
    assertThat(unsampled.counts(result("rate_limited"))).isEqualTo(new AuthFixture.Counts(1, 1, 1));
  }

  @Test
  void itsLimitCountsWhereTheSpanIsDisabledAndItsOwnSpansGoToTheCommand() {
    AuthFixture disabled =
        new AuthFixture(Sampler.alwaysOn(), Map.of(Setting.DISABLED_EVENTS, "pop3.auth.validate"));
    String[] seen = new String[1];
    MailCommand command =
        attempt(
            disabled,
            current -> {
              current.setAttribute("pop3.auth.rate_limited", true);
              seen[0] = current.getSpanContext().getSpanId();
            });

    assertThat(seen[0]).isEqualTo(command.span().getSpanContext().getSpanId());
    assertThat(disabled.spans("pop3.auth.validate")).isEmpty();
    assertThat(disabled.spans("pop3.command.auth").get(0).getAttributes().asMap().keySet())
        .extracting("key")
        .doesNotContain("pop3.auth.rate_limited");
    assertThat(disabled.counts(result("rate_limited"))).isEqualTo(new AuthFixture.Counts(1, 1, 1));
  }

  private static SpanData failed(AuthFixture fixture, Consumer<Span> authenticator) {
    attempt(fixture, authenticator);
    return fixture.authSpan();
  }

  private static MailCommand attempt(AuthFixture fixture, Consumer<Span> authenticator) {
    MailCommand command = fixture.start("AUTH");
    command.auth().mechanism(AuthMechanism.PLAIN);
    AuthAttempt attempt = command.auth().check("alice");
    authenticator.accept(Span.current());
    attempt.user("alice");
    attempt.failed(FailureReason.INVALID_KEY);
    command.end();
    return command;
  }

  private static Attributes result(String result) {
    return Attributes.builder().put("result", result).put("mechanism", "PLAIN").build();
  }
}
