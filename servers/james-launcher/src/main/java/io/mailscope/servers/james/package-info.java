// SPDX-License-Identifier: Apache-2.0

/** What stands on the class path of an unmodified James to start it in tests. */
package io.mailscope.servers.james;
