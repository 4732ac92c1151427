// SPDX-License-Identifier: Apache-2.0

/** Every name that is ever emitted: protocols, commands, attributes, spans and meters. */
package io.mailscope.core.catalog;
