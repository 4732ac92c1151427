// SPDX-License-Identifier: Apache-2.0

/**
 * What makes the stock agent a mail agent: defaults, the resource, and a clear word about wrong
 * settings.
 *
 * <p>The package runs once, before the mail server's {@code main}, in the agent's class loader.
 * There it must not touch NIO file systems, JMX or {@code java.util.logging}, which the server may
 * want to configure first; the loggers here are the agent's own, once it has loaded the extension.
 */
package io.mailscope.agent;
