// SPDX-License-Identifier: Apache-2.0

/**
 * What whole James does with a message: SMTP and LMTP hand it to hooks that James' protocol servers
 * alone don't have.
 */
package io.mailscope.smtp.james.server;
