// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.auth;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.core.session.MailCommand;
import io.mailscope.core.settings.Setting;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthAttemptTest {

  private final AuthFixture fixture = new AuthFixture();

  @Test
  void successIsOneSpanAndOneAttempt() {
    MailCommand pass = fixture.start("PASS");
    attempt(pass).succeeded();
    pass.end();

    SpanData span = fixture.authSpan();
    assertThat(span.getKind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(span.getStatus()).isEqualTo(StatusData.unset());
    assertThat(span.getParentSpanId()).isEqualTo(pass.span().getSpanContext().getSpanId());
    assertThat(span.getAttributes().asMap())
        .isEqualTo(
            Attributes.builder()
                .put("pop3.auth.user", "alice")
                .put("pop3.auth.success", true)
                .put("pop3.auth.mechanism", "USERPASS")
                .build()
                .asMap());
    assertThat(fixture.counts(result("success"))).isEqualTo(new AuthFixture.Counts(1, 0, 1));
  }

  @Test
  void failureHasItsReasonAndNoErrorStatus() {
    attempt(fixture.start("PASS")).failed(FailureReason.INVALID_KEY);

    SpanData span = fixture.authSpan();
    assertThat(span.getStatus()).isEqualTo(StatusData.unset());
    assertThat(span.getAttributes().asMap())
        .isEqualTo(
            Attributes.builder()
                .put("pop3.auth.user", "alice")
                .put("pop3.auth.success", false)
                .put("pop3.auth.mechanism", "USERPASS")
                .put("pop3.auth.failure_reason", "invalid_key")
                .build()
                .asMap());
    assertThat(fixture.counts(result("invalid_key"))).isEqualTo(new AuthFixture.Counts(1, 1, 1));
  }

  @Test
  void anUnknownReasonIsLeftOutAndCountsAsOther() {
    attempt(fixture.start("PASS")).failed(null);

    assertThat(fixture.authSpan().getAttributes().get(stringKey("pop3.auth.failure_reason")))
        .isNull();
    assertThat(fixture.counts(result("other"))).isEqualTo(new AuthFixture.Counts(1, 1, 1));
  }

  @Test
  void aRateLimitIsNoFailureReason() {
    attempt(fixture.start("PASS")).rateLimited();

    assertThat(fixture.authSpan().getAttributes().asMap())
        .isEqualTo(
            Attributes.builder()
                .put("pop3.auth.user", "alice")
                .put("pop3.auth.success", false)
                .put("pop3.auth.mechanism", "USERPASS")
                .put("pop3.auth.rate_limited", true)
                .build()
                .asMap());
    assertThat(fixture.counts(result("rate_limited"))).isEqualTo(new AuthFixture.Counts(1, 1, 1));
  }

  @Test
  void ofAServersFailureTheTypeIsTold() {
    MailCommand pass = fixture.start("PASS");
    attempt(pass).broke(new IllegalStateException("no such folder: s3cret"));
    pass.end();

    SpanData command = fixture.spans("pop3.command.pass").get(0);
    assertThat(command.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(command.toString()).doesNotContain("s3cret");
    SpanData span = fixture.authSpan();
    assertThat(span.getAttributes().get(stringKey("pop3.auth.failure_reason")))
        .isEqualTo("server_error");
    assertThat(span.getAttributes().get(stringKey("exception.type")))
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(span.getEvents()).isEmpty();
    assertThat(span.toString()).doesNotContain("s3cret");
    assertThat(fixture.counts(result("server_error"))).isEqualTo(new AuthFixture.Counts(1, 1, 1));
  }

  @Test
  void onlyTheFirstEndCounts() {
    AuthAttempt attempt = attempt(fixture.start("PASS"));
    attempt.failed(FailureReason.USER_NOT_FOUND);
    attempt.succeeded();
    attempt.rateLimited();

    fixture.authSpan();
    assertThat(fixture.counts(result("user_not_found"))).isEqualTo(new AuthFixture.Counts(1, 1, 1));
    assertThat(fixture.results()).isEqualTo(1);
  }

  @Test
  void theSpanIsCurrentWhileTheServerChecks() {
    MailCommand pass = fixture.start("PASS");
    pass.makeCurrent();
    AuthAttempt attempt = attempt(pass);
    String current = Span.current().getSpanContext().getSpanId();
    attempt.succeeded();

    assertThat(current).isEqualTo(fixture.authSpan().getSpanId());
    assertThat(Span.current()).isSameAs(pass.span());
    pass.end();
    assertThat(Span.current().getSpanContext().isValid()).isFalse();
  }

  @Test
  void theResolvedNameReplacesTheGivenOne() {
    MailCommand pass = fixture.start("PASS");
    AuthAttempt attempt = pass.auth().check("ALICE ");
    attempt.user("alice\r\n");
    attempt.succeeded();

    assertThat(fixture.authSpan().getAttributes().get(stringKey("pop3.auth.user")))
        .isEqualTo("alice??");
  }

  @Test
  void clientFaultsAsErrorsReachesTheSpanAlone() {
    AuthFixture strict =
        new AuthFixture(Sampler.alwaysOn(), Map.of(Setting.CLIENT_FAULTS_AS_ERRORS, "true"));
    attempt(strict.start("PASS")).failed(FailureReason.INVALID_KEY);

    assertThat(strict.authSpan().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(strict.authSpan().getAttributes().get(stringKey("error.type")))
        .isEqualTo("invalid_key");
    assertThat(strict.counts(result("invalid_key"))).isEqualTo(new AuthFixture.Counts(1, 1, 1));
  }

  private static AuthAttempt attempt(MailCommand command) {
    command.auth().mechanism(AuthMechanism.USERPASS);
    return command.auth().check("alice");
  }

  private static Attributes result(String result) {
    return Attributes.builder().put("result", result).put("mechanism", "USERPASS").build();
  }
}
