// SPDX-License-Identifier: Apache-2.0
/** Unmodified mail servers of many versions, in the test's JVM or as processes of their own. */
package io.mailscope.testing.server;
