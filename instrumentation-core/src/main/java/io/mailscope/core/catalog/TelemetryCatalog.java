// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** All names of spans and meters: what a setting can name, and what the documentation lists. */
public final class TelemetryCatalog {

  private static final Set<String> NAMES = names0();

  private TelemetryCatalog() {}

  /** Every span and meter name, spans first. */
  public static Collection<String> names() {
    return NAMES;
  }

  private static Set<String> names0() {
    Set<String> names = new LinkedHashSet<>();
    for (MailProtocol protocol : MailProtocol.values()) {
      for (CommandName command : protocol.commands().all()) {
        names.add(command.spanName());
      }
      names.add(protocol.authSpanName());
    }
    for (MailSpan span : MailSpan.values()) {
      names.add(span.spanName());
    }
    for (MailMetric metric : MailMetric.values()) {
      names.add(metric.metricName());
    }
    return Collections.unmodifiableSet(names);
  }
}
