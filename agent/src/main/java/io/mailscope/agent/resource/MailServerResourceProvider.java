// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.resource;

import com.google.auto.service.AutoService;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.ResourceProvider;
import io.opentelemetry.sdk.resources.Resource;

/**
 * Calls the service after the mail server. What the operator sets by {@code otel.service.name} or
 * {@code otel.resource.attributes} wins, since the SDK merges that last.
 */
@AutoService(ResourceProvider.class)
public final class MailServerResourceProvider implements ResourceProvider {

  @Override
  public Resource createResource(ConfigProperties config) {
    MailServer server = MailServer.running();
    return server == null ? Resource.empty() : server.resource();
  }

  @Override
  public int order() {
    // After the guess by the manifest (300), before that by the jar's name (1000), which then
    // rests.
    return 900;
  }
}
