// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The telemetry of the agent in the test's own JVM, as a JUnit extension: a test sees nothing of
 * the tests before it, and a test class fails if anything went wrong inside the agent meanwhile:
 * suppressed advice errors, transform errors, muzzle mismatches.
 */
public final class AgentTelemetry extends Telemetry
    implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

  private static final List<String> OPEN_CONNECTIONS =
      List.of("smtp.connections.active", "pop3.sessions.active", "imap.sessions.active");

  private final InAgent agent = new InAgent();

  private AgentTelemetry() {}

  /** For a static field with {@code @RegisterExtension}. */
  public static AgentTelemetry create() {
    return new AgentTelemetry();
  }

  @Override
  public List<ExportedSpan> spans() {
    return agent.spans();
  }

  @Override
  public List<ExportedMetric> metrics() {
    return agent.metrics();
  }

  @Override
  protected void forgetTraces() {
    agent.forgetTraces();
  }

  /** What went wrong inside the agent since the last call, empty if nothing did. */
  public List<String> errors() {
    return agent.errors();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    agent.errors();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    // A server notices only later that the client of the test before has gone.
    Await.until(
        () -> OPEN_CONNECTIONS.stream().allMatch(meter -> standing(meter) == 0),
        () -> "the end of all connections of the test before; there are" + SpanList.of(spans()));
    reset();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    List<String> errors = errors();
    if (!errors.isEmpty()) {
      throw new AssertionError("Errors inside the agent: " + errors);
    }
  }
}
