// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.support;

import com.google.auto.service.AutoService;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.incubator.config.DeclarativeConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.internal.ComponentProvider;
import io.opentelemetry.sdk.resources.Resource;

/** The resource detector {@code leaky}, which finds a command line with a password. */
@AutoService(ComponentProvider.class)
public final class LeakyDetector implements ComponentProvider {

  @Override
  public Class<Resource> getType() {
    return Resource.class;
  }

  @Override
  public String getName() {
    return "leaky";
  }

  @Override
  public Resource create(DeclarativeConfigProperties config) {
    return Resource.create(
        Attributes.builder()
            .put("process.owner", "post")
            .put("process.command_line", "java -Dusers=alice:secret")
            .put("process.command_args", "java", "-Dusers=alice:secret")
            .build());
  }
}
