// SPDX-License-Identifier: Apache-2.0
/**
 * The extension of tests that runs inside the agent, in its class loader: keeps spans and metrics
 * in memory and hands them out as JDK types, which is all that both sides share.
 */
package io.mailscope.testing.inagent;
