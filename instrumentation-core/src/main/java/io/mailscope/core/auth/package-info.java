// SPDX-License-Identifier: Apache-2.0

/** Authentication attempts: their spans, outcomes and meters. */
package io.mailscope.core.auth;
