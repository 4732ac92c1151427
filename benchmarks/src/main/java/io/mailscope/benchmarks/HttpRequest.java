// SPDX-License-Identifier: Apache-2.0
package io.mailscope.benchmarks;

/** A request whose fields are all there already, so that only the telemetry is measured. */
record HttpRequest(
    String method, String scheme, String path, String route, String host, String agent) {

  HttpRequest() {
    this("GET", "http", "/messages/17", "/messages/{id}", "mail.example.test", "curl/8.5.0");
  }
}
