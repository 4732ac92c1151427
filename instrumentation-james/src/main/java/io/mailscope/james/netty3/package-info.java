// SPDX-License-Identifier: Apache-2.0

/** James' connections on Netty 3, until 3.7. */
package io.mailscope.james.netty3;
