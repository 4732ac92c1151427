// SPDX-License-Identifier: Apache-2.0

/**
 * What James' SMTP, LMTP and POP3 servers have in common. Nothing here is switched on or off: the
 * advice, the agent's modules and the fields in James' own objects are each protocol's, which a
 * class here is told of. What is linked to Netty 3 or 4 is in a package of its own.
 */
package io.mailscope.james;
