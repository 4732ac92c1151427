// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.resource;

import com.google.auto.service.AutoService;
import io.opentelemetry.api.incubator.config.DeclarativeConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.internal.ComponentProvider;
import io.opentelemetry.sdk.resources.Resource;

/** The resource detector {@code mailscope} of a configuration file: distribution and server. */
@AutoService(ComponentProvider.class)
public final class MailscopeResourceDetector implements ComponentProvider {

  /** Its name in {@code resource: detection/development: detectors}. */
  public static final String NAME = "mailscope";

  @Override
  public Class<Resource> getType() {
    return Resource.class;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public Resource create(DeclarativeConfigProperties config) {
    MailServer server = MailServer.running();
    return server == null
        ? Distribution.resource()
        : Distribution.resource().merge(server.resource());
  }
}
