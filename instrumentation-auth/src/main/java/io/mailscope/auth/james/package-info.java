// SPDX-License-Identifier: Apache-2.0

/**
 * Authentication on Apache James, whole or its protocol servers alone. The command handlers tell
 * what is an attempt and how it ended; the users' repository below them tells why it failed.
 */
package io.mailscope.auth.james;
