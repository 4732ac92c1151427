// SPDX-License-Identifier: Apache-2.0
package io.mailscope.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnabledModulesTest {

  @Test
  void moduleIsKnownByItsLandmarkOnceTheAgentAskedForItsTypes() {
    Module first = new Module("mail-smtp-test", "org.example.Enabled");
    Module second = new Module("mail-auth-test", "org.example.Enabled");
    first.typeInstrumentations();
    first.typeInstrumentations();
    second.typeInstrumentations();
    assertThat(EnabledModules.byLandmark("org.example.Enabled"))
        .containsExactlyInAnyOrder(first, second);
  }

  @Test
  void moduleThatTheAgentDidNotAskIsOff() {
    new Module("mail-pop3-test", "org.example.Off");
    assertThat(EnabledModules.byLandmark("org.example.Off")).isEmpty();
  }

  private static final class Module extends MailInstrumentationModule {

    Module(String name, String landmark) {
      super(name, "Test", landmark);
    }

    @Override
    public List<HookedType> hookedTypes() {
      return List.of();
    }
  }
}
