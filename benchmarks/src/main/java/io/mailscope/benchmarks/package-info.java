// SPDX-License-Identifier: Apache-2.0

/** JMH benchmarks. Bytes are exact and comparable; times are only comparable within one run. */
package io.mailscope.benchmarks;
