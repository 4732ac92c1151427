// SPDX-License-Identifier: Apache-2.0

/** Defaults and checks of the settings that are given as properties or environment variables. */
package io.mailscope.agent.settings;
