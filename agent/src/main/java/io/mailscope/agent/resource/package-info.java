// SPDX-License-Identifier: Apache-2.0

/** Who sends the telemetry: which mail server, in which version, seen by which distribution. */
package io.mailscope.agent.resource;
