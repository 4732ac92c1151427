// SPDX-License-Identifier: Apache-2.0

/** Connections and the commands on them. */
package io.mailscope.core.session;
