// SPDX-License-Identifier: Apache-2.0
/** Receives what an agent in another process exports, by OTLP over HTTP and over gRPC. */
package io.mailscope.testing.otlp;
