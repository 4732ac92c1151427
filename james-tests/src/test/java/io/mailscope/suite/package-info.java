// SPDX-License-Identifier: Apache-2.0
/** Tests that James published, run with the shipped agent and without it, and compared. */
package io.mailscope.suite;
