// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.matrix;

import io.mailscope.hook.MailInstrumentationModule;
import io.opentelemetry.javaagent.tooling.muzzle.Mismatch;
import io.opentelemetry.javaagent.tooling.muzzle.ReferenceMatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Whether the agent would apply a module to a release, by the agent's own rules. */
final class MuzzleCheck {

  private MuzzleCheck() {}

  /** Why it would not; empty if it would. */
  static List<String> mismatches(MailInstrumentationModule module, Release release) {
    try (ServerLoader loader = new ServerLoader(release)) {
      if (!module.classLoaderMatcher().matches(loader)) {
        return List.of("No class " + module.landmark());
      }
      return ReferenceMatcher.of(module).getMismatchedReferenceSources(loader).stream()
          .map(Mismatch::toString)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
