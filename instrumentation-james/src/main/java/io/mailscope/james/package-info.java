// SPDX-License-Identifier: Apache-2.0

/**
 * What James' servers have in common, whatever they speak. Nothing here is switched on or off: the
 * advice, the agent's modules and the fields in James' sessions and Netty's channels are each
 * protocol's, which a class here is told of. What is linked to Netty 3 or 4 is in a package of its
 * own.
 */
package io.mailscope.james;
