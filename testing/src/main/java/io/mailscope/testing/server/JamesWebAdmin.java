// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import io.mailscope.testing.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The REST interface by which a James is administered. */
public final class JamesWebAdmin {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final String base;

  public JamesWebAdmin(int port) {
    base = "http://127.0.0.1:" + port;
  }

  public void addDomain(String domain) {
    put("/domains/" + domain, "");
  }

  public void addUser(String user, String password) {
    put("/users/" + user, "{\"password\":\"" + password + "\"}");
  }

  /**
   * Adds a user's inbox. Without it James makes one at the first message or login, together with
   * others like it, and of two that come at once one fails.
   */
  public void addInbox(String user) {
    put("/users/" + user + "/mailboxes/INBOX", "");
  }

  void limitMessages(String user, int count) {
    put("/quota/users/" + user + "/count", String.valueOf(count));
  }

  /** How many messages are in a user's inbox, which there is none of before the first. */
  public int messages(String user) {
    HttpResponse<String> response =
        answer(request("/users/" + user + "/mailboxes/INBOX/messageCount").GET().build());
    return response.statusCode() == 200 ? Integer.parseInt(response.body().strip()) : 0;
  }

  private void put(String path, String json) {
    send(request(path).PUT(HttpRequest.BodyPublishers.ofString(json)).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(Await.DEADLINE)
        .header("Content-Type", "application/json");
  }

  private static void send(HttpRequest request) {
    HttpResponse<String> response = answer(request);
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException(request + ": " + response + " " + response.body());
    }
  }

  private static HttpResponse<String> answer(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
