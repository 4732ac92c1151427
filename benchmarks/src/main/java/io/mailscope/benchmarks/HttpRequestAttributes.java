// SPDX-License-Identifier: Apache-2.0
package io.mailscope.benchmarks;

import io.opentelemetry.instrumentation.api.semconv.http.HttpServerAttributesGetter;
import java.util.Collections;
import java.util.List;

/** What an HTTP server instrumentation of upstream's reads from a request. */
final class HttpRequestAttributes implements HttpServerAttributesGetter<HttpRequest, Integer> {

  @Override
  public String getHttpRequestMethod(HttpRequest request) {
    return request.method();
  }

  @Override
  public String getUrlScheme(HttpRequest request) {
    return request.scheme();
  }

  @Override
  public String getUrlPath(HttpRequest request) {
    return request.path();
  }

  @Override
  public String getUrlQuery(HttpRequest request) {
    return null;
  }

  @Override
  public String getHttpRoute(HttpRequest request) {
    return request.route();
  }

  @Override
  public List<String> getHttpRequestHeader(HttpRequest request, String name) {
    switch (name) {
      case "user-agent":
        return Collections.singletonList(request.agent());
      case "host":
        return Collections.singletonList(request.host());
      default:
        return Collections.emptyList();
    }
  }

  @Override
  public Integer getHttpResponseStatusCode(HttpRequest request, Integer response, Throwable error) {
    return response;
  }

  @Override
  public List<String> getHttpResponseHeader(HttpRequest request, Integer response, String name) {
    return Collections.emptyList();
  }

  @Override
  public String getNetworkProtocolName(HttpRequest request, Integer response) {
    return "http";
  }

  @Override
  public String getNetworkProtocolVersion(HttpRequest request, Integer response) {
    return "1.1";
  }

  @Override
  public String getNetworkPeerAddress(HttpRequest request, Integer response) {
    return "192.0.2.7";
  }

  @Override
  public Integer getNetworkPeerPort(HttpRequest request, Integer response) {
    return 51640;
  }
}
