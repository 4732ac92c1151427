// SPDX-License-Identifier: Apache-2.0
/** Mail servers and a collector in containers, on a network of their own. */
package io.mailscope.smoke.container;
