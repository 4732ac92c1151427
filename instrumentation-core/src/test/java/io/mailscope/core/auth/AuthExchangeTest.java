// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.auth;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.core.session.CloseReason;
import io.mailscope.core.session.MailCommand;
import io.opentelemetry.api.trace.Span;
import org.junit.jupiter.api.Test;

class AuthExchangeTest {

  private final AuthFixture fixture = new AuthFixture();
  private final MailCommand command = fixture.start("AUTH");
  private final AuthExchange exchange = command.auth();

  @Test
  void oneExchangeIsOneAttempt() {
    exchange.check("alice").failed(FailureReason.INVALID_KEY);
    assertThat(exchange.check("bob")).isNull();
    exchange.refused("bob", FailureReason.USER_NOT_FOUND);
    exchange.mechanism(AuthMechanism.PLAIN);
    exchange.settle();

    assertThat(reason()).isEqualTo("invalid_key");
    assertThat(fixture.results()).isEqualTo(1);
  }

  @Test
  void allStepsOfAnExchangeAreOneAttempt() {
    exchange.mechanism(AuthMechanism.LOGIN);
    exchange.check(null);
    String step = Span.current().getSpanContext().getSpanId();
    exchange.undecided();
    assertThat(exchange.attempt()).isNull();
    assertThat(Span.current().getSpanContext().isValid()).isFalse();
    assertThat(fixture.results()).isZero();

    exchange.check("alice");
    assertThat(Span.current().getSpanContext().getSpanId()).isEqualTo(step);
    exchange.attempt().succeeded();
    assertThat(Span.current().getSpanContext().isValid()).isFalse();

    assertThat(fixture.authSpan().getSpanId()).isEqualTo(step);
    assertThat(fixture.authSpan().getAttributes().get(stringKey("pop3.auth.user")))
        .isEqualTo("alice");
    assertThat(fixture.results()).isEqualTo(1);
  }

  @Test
  void anExchangeThatIsNeverDecidedIsNoAttempt() {
    exchange.mechanism(AuthMechanism.LOGIN);
    exchange.check(null);
    exchange.undecided();
    command.end();

    assertThatNothingHappened();
  }

  @Test
  void theNextCommandHasAnExchangeOfItsOwn() {
    exchange.check("alice").failed(FailureReason.INVALID_KEY);
    command.end();
    fixture.start("AUTH").auth().check("alice").succeeded();

    assertThat(fixture.results()).isEqualTo(2);
  }

  @Test
  void cancellingIsNoAttempt() {
    exchange.mechanism(AuthMechanism.PLAIN);
    exchange.credentials();
    exchange.cancelled();

    exchange.settle();
    assertThat(exchange.check("")).isNull();
    assertThatNothingHappened();
  }

  @Test
  void leavingInTheMiddleIsNoAttempt() {
    exchange.mechanism(AuthMechanism.PLAIN);
    exchange.offered();
    exchange.credentials();
    command.session().lost(CloseReason.EOF);

    exchange.settle();
    assertThatNothingHappened();
  }

  @Test
  void aMechanismThatIsNotOfferedIsAnAttempt() {
    exchange.mechanism(AuthMechanism.of("CRAM-MD5"));
    exchange.settle();

    assertThat(reason()).isEqualTo("mechanism_unsupported");
    assertThat(mechanism()).isEqualTo("CRAM-MD5");
  }

  @Test
  void credentialsThatWereNeverCheckedAreMalformed() {
    exchange.mechanism(AuthMechanism.XOAUTH2);
    exchange.offered();
    exchange.credentials();
    exchange.settle();

    assertThat(reason()).isEqualTo("malformed");
    assertThat(mechanism()).isEqualTo("XOAUTH2");
  }

  @Test
  void whatWasNotEvenLookedAtIsLimited() {
    exchange.mechanism(AuthMechanism.LOGIN);
    exchange.rateLimited("alice");
    exchange.rateLimited("alice");

    assertThat(reason()).isNull();
    assertThat(fixture.authSpan().getAttributes().get(booleanKey("pop3.auth.rate_limited")))
        .isTrue();
    assertThat(mechanism()).isEqualTo("LOGIN");
    assertThat(fixture.results()).isEqualTo(1);
  }

  @Test
  void withoutMechanismOrWithoutCredentialsThereIsNoAttempt() {
    exchange.settle();
    exchange.credentials();
    exchange.settle();
    assertThatNothingHappened();

    AuthExchange next = fixture.start("AUTH").auth();
    next.mechanism(AuthMechanism.PLAIN);
    next.offered();
    next.settle();
    assertThatNothingHappened();
  }

  @Test
  void aMechanismThatWasNeverNamedIsOther() {
    exchange.check(null).succeeded();

    assertThat(mechanism()).isEqualTo("_OTHER");
  }

  private void assertThatNothingHappened() {
    assertThat(fixture.spans("pop3.auth.validate")).isEmpty();
    assertThat(fixture.results()).isZero();
  }

  private String reason() {
    return fixture.authSpan().getAttributes().get(stringKey("pop3.auth.failure_reason"));
  }

  private String mechanism() {
    return fixture.authSpan().getAttributes().get(stringKey("pop3.auth.mechanism"));
  }
}
