// SPDX-License-Identifier: Apache-2.0
/**
 * What tests see of the telemetry: spans and metrics as records of plain JDK types, whatever way
 * they came, and the JUnit extension that reads them from the agent in the test's own JVM.
 */
package io.mailscope.testing;
