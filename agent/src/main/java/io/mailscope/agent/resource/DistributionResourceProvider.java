// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.resource;

import com.google.auto.service.AutoService;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.ResourceProvider;
import io.opentelemetry.sdk.resources.Resource;

/** Says that telemetry comes from mailscope, in place of the stock agent's own such attributes. */
@AutoService(ResourceProvider.class)
public final class DistributionResourceProvider implements ResourceProvider {

  @Override
  public Resource createResource(ConfigProperties config) {
    return Distribution.resource();
  }

  @Override
  public int order() {
    // After upstream's, which has 0.
    return 900;
  }
}
