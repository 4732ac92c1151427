// SPDX-License-Identifier: Apache-2.0
package io.mailscope.hook.check;

import io.mailscope.core.catalog.MailAttributes;
import io.mailscope.core.catalog.MailMetric;
import io.mailscope.core.meter.Instruments;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongUpDownCounter;

/** {@code mail.agent.hooks}: how many hooks are in place, and how many are not. */
final class HookMeter {

  private static final LongUpDownCounter HOOKS =
      Instruments.aboutAgent().upDownCounter(MailMetric.MAIL_AGENT_HOOKS);

  private HookMeter() {}

  static void count(ModuleFindings findings) {
    add(findings.applied(), findings.module(), "applied");
    add(findings.missing(), findings.module(), "missing");
  }

  private static void add(int hooks, String module, String state) {
    if (hooks > 0) {
      HOOKS.add(hooks, Attributes.of(MailAttributes.MODULE, module, MailAttributes.STATE, state));
    }
  }
}
