// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing;

import java.util.Map;

/** An event of an exported span; attribute values are String, Boolean, Long, Double or List. */
public record ExportedEvent(String name, Map<String, Object> attributes) {}
