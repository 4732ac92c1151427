// SPDX-License-Identifier: Apache-2.0

/** What an IMAP server does, in terms of telemetry. */
package io.mailscope.imap;
