// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.auth;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.core.settings.CapturePolicy;
import io.mailscope.core.settings.Setting;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaptureUserTest {

  private static final String USER = "alice@example.test";

  @Test
  void clearTellsTheName() {
    assertThat(told(Map.of(), USER)).isEqualTo(USER);
  }

  @Test
  void hashTellsTheSameForTheSameUserAndNothingElse() {
    Map<Setting, String> hash =
        Map.of(Setting.CAPTURE_USER, "hash", Setting.CAPTURE_USER_KEY, "k1");
    assertThat(told(hash, USER)).isEqualTo(CapturePolicy.hash("k1").apply(USER));
    assertThat(told(hash, USER)).doesNotContain("alice", "example");
  }

  @Test
  void domainTellsWhatFollowsTheAtOnly() {
    assertThat(told(Map.of(Setting.CAPTURE_USER, "domain"), USER)).isEqualTo("example.test");
    assertThat(told(Map.of(Setting.CAPTURE_USER, "domain"), "alice")).isNull();
  }

  @Test
  void noneTellsNothing() {
    assertThat(told(Map.of(Setting.CAPTURE_USER, "none"), USER)).isNull();
  }

  private static String told(Map<Setting, String> settings, String user) {
    AuthFixture fixture = new AuthFixture(Sampler.alwaysOn(), settings);
    fixture.start("AUTH").auth().refused(user, FailureReason.USER_NOT_FOUND);
    return fixture.authSpan().getAttributes().get(stringKey("pop3.auth.user"));
  }
}
