// SPDX-License-Identifier: Apache-2.0
/** Mail clients that say exactly what a test tells them to. */
package io.mailscope.testing.client;
