// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.Telemetry;
import java.util.List;
import java.util.Locale;

/** The command spans of one connection, in the order of their ends. */
record CommandSpans(String protocol, List<ExportedSpan> spans) {

  /** Those of the only connection of a protocol since the last reset. */
  static CommandSpans of(Telemetry telemetry, String protocol) {
    String prefix = protocol + ".command.";
    return new CommandSpans(
        protocol,
        telemetry.spans().stream().filter(span -> span.name().startsWith(prefix)).toList());
  }

  /** The commands in lower case. */
  List<String> names() {
    String prefix = protocol + ".command.";
    return spans.stream().map(span -> span.name().substring(prefix.length())).toList();
  }

  /** Each a trace of its own, all of one session, and none the server's fault. */
  void areHarmlessRootsOfOneSession() {
    String scope =
        "Relate." + protocol.substring(0, 1).toUpperCase(Locale.ROOT) + protocol.substring(1);
    Object session = spans.get(0).attribute(protocol + ".session_id");
    assertThat(session).isInstanceOf(String.class);
    for (ExportedSpan span : spans) {
      assertThat(span)
          .isRoot()
          .hasKind("SERVER")
          .hasScope(scope)
          .hasStatusUnset()
          .hasNoEvents()
          .hasAttribute(protocol + ".session_id", session)
          .hasAttribute("network.protocol.name", protocol)
          .hasNoAttribute("thread.name");
      assertThat(span.scopeVersion()).isEqualTo(Shipped.version());
    }
  }
}
