// SPDX-License-Identifier: Apache-2.0
/**
 * The program behind {@code ./demo}: runs an unmodified mail server with the agent, uses it as
 * people do, and shows in plain words what the agent exported. It stands on what is exported alone
 * and knows nothing of the agent's inside.
 */
package io.mailscope.demo;
