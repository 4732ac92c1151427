// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.otlp;

/** OTLP over HTTP with protobuf, on a free port. */
public final class OtlpHttpReceiver extends OtlpReceiver {

  private final OtlpHttpEndpoint http = OtlpHttpEndpoint.start(this::accept);

  private OtlpHttpReceiver() {}

  /** Starts a receiver. */
  public static OtlpHttpReceiver start() {
    return new OtlpHttpReceiver();
  }

  @Override
  public String endpoint() {
    return http.url();
  }

  @Override
  public void close() {
    http.close();
  }
}
