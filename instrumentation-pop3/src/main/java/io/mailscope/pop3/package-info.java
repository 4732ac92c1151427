// SPDX-License-Identifier: Apache-2.0

/** What a POP3 server does, in terms of telemetry. */
package io.mailscope.pop3;
