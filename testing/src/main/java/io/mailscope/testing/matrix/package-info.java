// SPDX-License-Identifier: Apache-2.0
/**
 * Every version of a server, one after the other, in a plain JVM: does the module fit, and which
 * methods do its hooks meet. A matter of seconds, before the slower tests on the real agent.
 */
package io.mailscope.testing.matrix;
