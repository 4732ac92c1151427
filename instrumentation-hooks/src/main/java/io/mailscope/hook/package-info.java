// SPDX-License-Identifier: Apache-2.0

/** The places in a server where advice is woven in. */
package io.mailscope.hook;
