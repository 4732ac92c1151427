// SPDX-License-Identifier: Apache-2.0

/**
 * SMTP on SubEtha SMTP, and on the copies of it that others have under names of their own. One
 * connection is one call of {@code Session.run()} on one thread: it greets, and hands each line to
 * {@code CommandHandler.handleCommand()}.
 *
 * <p>Nothing here is linked to a class of SubEtha's, so that its copies need but their names.
 */
package io.mailscope.smtp.subethasmtp;
