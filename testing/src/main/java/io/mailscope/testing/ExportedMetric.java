// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing;

import java.util.List;

/**
 * A metric as it was exported.
 *
 * @param type {@code COUNTER}, {@code UP_DOWN_COUNTER}, {@code GAUGE} or {@code HISTOGRAM}
 * @param scope the meter's name
 */
public record ExportedMetric(
    String name,
    String unit,
    String description,
    String type,
    String scope,
    String scopeVersion,
    List<ExportedPoint> points) {}
