// SPDX-License-Identifier: Apache-2.0
package io.mailscope.hook.check;

import static java.util.logging.Level.FINE;

import io.mailscope.hook.MailInstrumentationModule;
import java.util.Collection;
import java.util.logging.Logger;

/** The check of all modules that recognise their server by one class. */
final class LandmarkCheck implements Runnable {

  private static final Logger logger = Logger.getLogger("mailscope");

  private final String landmark;
  private final Collection<MailInstrumentationModule> modules;
  private final ClassLoader server;
  private final SeenLandmarks seen;

  LandmarkCheck(
      String landmark,
      Collection<MailInstrumentationModule> modules,
      ClassLoader server,
      SeenLandmarks seen) {
    this.landmark = landmark;
    this.modules = modules;
    this.server = server;
    this.seen = seen;
  }

  @Override
  public void run() {
    try {
      String version = ServerVersion.of(landmark, server);
      for (MailInstrumentationModule module : modules) {
        if (module.isMeantFor(server)) {
          ModuleFindings findings = ModuleFindings.of(module, server);
          for (String line : findings.lines(module.server() + " " + version)) {
            if (seen.isNewLine(line)) {
              logger.log(findings.level(), line);
            }
          }
          HookMeter.count(findings);
        }
      }
    } catch (Throwable e) {
      logger.log(FINE, "mailscope: the check of " + landmark + " failed", e);
    }
  }
}
