// SPDX-License-Identifier: Apache-2.0

/**
 * Authentication on GreenMail. SMTP and IMAP check credentials in {@code UserManager.test}, POP3 in
 * {@code Pop3State.authenticate}; what GreenMail refuses before it gets there is told by the
 * commands themselves.
 */
package io.mailscope.auth.greenmail;
