// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.resource;

import io.mailscope.core.MailscopeVersion;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.resources.Resource;

/** Resource attributes of the distribution, by the semantic conventions for telemetry SDKs. */
final class Distribution {

  private Distribution() {}

  static Resource resource() {
    return Resource.create(
        Attributes.builder()
            .put("telemetry.distro.name", "mailscope")
            .put("telemetry.distro.version", MailscopeVersion.VERSION)
            .build());
  }
}
