// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection of a mail client that says what a person would type. Not thread-safe. */
final class Dialog implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 60_000;

  private final String protocol;
  private final Socket socket = new Socket();
  private final BufferedReader answers;

  private Dialog(String protocol, int port) throws IOException {
    this.protocol = protocol;
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
    answers =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
  }

  /** Connects and waits for the greeting. */
  static Dialog connect(String protocol, int port, String greeting) {
    try {
      Dialog dialog = new Dialog(protocol, port);
      dialog.await(greeting, "the greeting");
      return dialog;
    } catch (IOException e) {
      throw new DemoFailure(
          "no " + protocol + " connection to port " + port + " (" + e.getMessage() + ")", e);
    }
  }

  /** Says something, one line or several, and reads until a line that starts with the answer. */
  Dialog say(String text, String answer) {
    try {
      socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
      await(answer, text.lines().findFirst().orElse(text));
      return this;
    } catch (IOException e) {
      throw new DemoFailure(protocol + " connection broke (" + e.getMessage() + ")", e);
    }
  }

  /**
   * Says that it leaves, and reads to the end. James may forget to answer: its LOGOUT can overtake
   * its own response where it follows at once on the first of the server's logins.
   */
  void leave(String text) {
    try {
      socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
      while (readLine() != null) {
        // All that it says now is good-bye.
      }
    } catch (IOException e) {
      throw new DemoFailure(protocol + " connection broke (" + e.getMessage() + ")", e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new DemoFailure(protocol + " connection broke (" + e.getMessage() + ")", e);
    }
  }

  private void await(String answer, String question) throws IOException {
    String last = "nothing";
    for (String line = readLine(); line != null; line = readLine()) {
      if (line.startsWith(answer)) {
        return;
      }
      last = line;
    }
    throw new DemoFailure(
        protocol + ": no answer \"" + answer + "\" to " + question + ", the last was: " + last);
  }

  /** The next line, null at the end or if none came in time. */
  private String readLine() throws IOException {
    try {
      return answers.readLine();
    } catch (java.net.SocketTimeoutException e) {
      return null;
    }
  }
}
