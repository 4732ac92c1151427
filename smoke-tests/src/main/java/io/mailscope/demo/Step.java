// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

/**
 * Something that is done with the server.
 *
 * @param text what, in words
 */
record Step(String text, Runnable action) {}
