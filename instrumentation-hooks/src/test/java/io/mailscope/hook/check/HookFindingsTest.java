// SPDX-License-Identifier: Apache-2.0
package io.mailscope.hook.check;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.hook.HookedType;
import io.mailscope.hook.MailInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which hooks count as met on a server that is this test's own class. */
class HookFindingsTest {

  private static final String SERVER = Server.class.getName();
  private static final String OLD_SERVER = "org.example.OldServer";

  @Test
  void aMethodIsMet() {
    HookFindings findings = findings(new Hooked("serve", SERVER));
    assertThat(findings.met()).isEqualTo(1);
    assertThat(findings.missing()).isEmpty();
  }

  @Test
  void aMethodWithoutCodeIsNot() {
    HookFindings findings = findings(new Hooked("accept", SERVER));
    assertThat(findings.met()).isZero();
    assertThat(findings.missing()).containsExactly("HookFindingsTest$Server#Hello");
  }

  @Test
  void exceptWhereSubclassesAreAdvised() {
    HookedType type =
        new Hooked("accept", SERVER) {
          @Override
          public boolean withSubclasses() {
            return true;
          }
        };
    assertThat(findings(type).met()).isEqualTo(1);
  }

  @Test
  void aMethodThatIsGoneIsMissing() {
    assertThat(findings(new Hooked("gone", SERVER)).missing())
        .containsExactly("HookFindingsTest$Server#Hello");
  }

  @Test
  void aTypeThatIsGoneIsMissing() {
    assertThat(findings(new Hooked("serve", OLD_SERVER)).missing())
        .containsExactly("OldServer#Hello");
  }

  @Test
  void oneOfSeveralNamesIsEnough() {
    HookFindings findings = findings(new Hooked("serve", OLD_SERVER, SERVER));
    assertThat(findings.met()).isEqualTo(1);
    assertThat(findings.missing()).isEmpty();
  }

  @Test
  void oneOfSeveralAlternativesIsEnough() {
    HookFindings findings =
        findings(new Alternative("serve", OLD_SERVER), new Alternative("serve", SERVER));
    assertThat(findings.met()).isEqualTo(1);
    assertThat(findings.missing()).isEmpty();
  }

  @Test
  void alternativesOfWhichNoneIsMetAreOneMissingHook() {
    HookFindings findings =
        findings(
            new Hooked("serve", SERVER),
            new Alternative("serve", OLD_SERVER),
            new Alternative("gone", SERVER));
    assertThat(findings.met()).isEqualTo(1);
    assertThat(findings.missing())
        .containsExactly("OldServer#Hello or HookFindingsTest$Server#Hello (greeting)");
  }

  private static HookFindings findings(HookedType... types) {
    MailInstrumentationModule module =
        new MailInstrumentationModule("mail-smtp-test", "Test", SERVER) {
          @Override
          public List<HookedType> hookedTypes() {
            return List.of(types);
          }
        };
    return HookFindings.of(module, HookFindingsTest.class.getClassLoader());
  }

  abstract static class Server {
    void serve() {}

    abstract void accept();
  }

  private static class Hooked extends HookedType {

    private final String method;

    Hooked(String method, String... typeNames) {
      super(typeNames);
      this.method = method;
    }

    @Override
    public void transform(TypeTransformer transformer) {
      transformer.applyAdviceToMethod(named(method), "org.example.Instrumentation$HelloAdvice");
    }
  }

  private static final class Alternative extends Hooked {

    Alternative(String method, String typeName) {
      super(method, typeName);
    }

    @Override
    public String alternative() {
      return "greeting";
    }
  }
}
