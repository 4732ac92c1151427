// SPDX-License-Identifier: Apache-2.0

/**
 * What a mail protocol's telemetry is. Nothing here knows a mail server or ByteBuddy: the server
 * packages of the protocol modules translate their servers' calls into these terms.
 */
package io.mailscope.core;
