// SPDX-License-Identifier: Apache-2.0

/** The instruments, made from the catalog and fed without allocation. */
package io.mailscope.core.meter;
