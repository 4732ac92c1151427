// SPDX-License-Identifier: Apache-2.0

/** What {@code java -jar mailscope-javaagent.jar} runs. It is in the agent jar, not in a server. */
package io.mailscope.launcher;
