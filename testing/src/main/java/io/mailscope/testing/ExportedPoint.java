// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One series of an exported metric, cumulative since the process started.
 *
 * @param value a Long or Double; of a histogram the sum of what was recorded
 * @param count of a histogram the number of recorded values, else 0
 * @param bounds of a histogram the upper bounds of its buckets, else empty
 * @param buckets of a histogram one count more than there are bounds, else empty
 * @param exemplarTraceIds traces that exemplars point to
 */
public record ExportedPoint(
    Map<String, Object> attributes,
    Number value,
    long count,
    List<Double> bounds,
    List<Long> buckets,
    List<String> exemplarTraceIds) {

  /** What was added to this series since {@code earlier} was exported. */
  public ExportedPoint since(ExportedPoint earlier) {
    List<Long> difference = new ArrayList<>();
    for (int i = 0; i < buckets.size(); i++) {
      difference.add(buckets.get(i) - earlier.buckets.get(i));
    }
    return new ExportedPoint(
        attributes,
        value instanceof Long
            ? (Number) (value.longValue() - earlier.value.longValue())
            : (Number) (value.doubleValue() - earlier.value.doubleValue()),
        count - earlier.count,
        bounds,
        difference,
        exemplarTraceIds);
  }
}
