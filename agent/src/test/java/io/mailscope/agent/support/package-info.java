// SPDX-License-Identifier: Apache-2.0

/** What the tests of the agent's start have in common. */
package io.mailscope.agent.support;
