// SPDX-License-Identifier: Apache-2.0
/**
 * What the operator may set, and what it means.
 *
 * <p>{@link io.mailscope.core.settings.Setting} declares every setting once; {@link
 * io.mailscope.core.settings.MailSettings} holds the values. The package is loaded in the agent's
 * class loader and again beside every mail server, so it depends on the JDK and OpenTelemetry only.
 */
package io.mailscope.core.settings;
