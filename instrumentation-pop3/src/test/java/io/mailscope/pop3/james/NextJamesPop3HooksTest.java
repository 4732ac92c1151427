// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.hook.MailInstrumentationModule;
import io.mailscope.hook.check.HookFindings;
import io.mailscope.pop3.james.netty4.JamesPop3Netty4InstrumentationModule;
import io.mailscope.testing.matrix.Release;
import io.mailscope.testing.matrix.SupportedVersions;
import java.io.IOException;
import java.net.URLClassLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The hooks in James 3.9, as far as its jars can be had: by its class files, of which none is
 * loaded.
 */
class NextJamesPop3HooksTest {

  @Test
  void allOfNetty4AreThere() throws IOException {
    assertThat(missing(new JamesPop3Netty4InstrumentationModule())).isEmpty();
  }

  @Test
  void allButThoseOfTheProtocolsJarAreThere() throws IOException {
    assertThat(missing(new JamesPop3InstrumentationModule()))
        .containsExactly("POP3StreamResponse#Stream");
  }

  private static List<String> missing(MailInstrumentationModule module) throws IOException {
    Release next = SupportedVersions.of("james-protocols-next").get(0);
    try (URLClassLoader loader =
        new URLClassLoader(next.urls(), ClassLoader.getPlatformClassLoader())) {
      return HookFindings.of(module, loader).missing();
    }
  }
}
