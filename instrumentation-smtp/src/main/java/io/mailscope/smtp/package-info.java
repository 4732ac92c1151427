// SPDX-License-Identifier: Apache-2.0

/** What an SMTP or LMTP server does, in terms of telemetry. */
package io.mailscope.smtp;
