// SPDX-License-Identifier: Apache-2.0

/** What whole James does for POP3: it opens and lists the mailbox of who has logged in. */
package io.mailscope.pop3.james.server;
