// SPDX-License-Identifier: Apache-2.0

/**
 * The same defaults where the operator configures the agent by a file ({@code otel.config.file}).
 *
 * <p>A file is explicit: no exporter is added or changed. What is done is what cannot be written in
 * it: the resource's own part, the command line that must not leak, module switches by family, and
 * a key for hashing.
 */
package io.mailscope.agent.yaml;
