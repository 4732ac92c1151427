// SPDX-License-Identifier: Apache-2.0

/** James' connections on Netty 4, since 3.8. */
package io.mailscope.james.netty4;
