// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.client;

import io.mailscope.testing.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A raw connection to a mail server: sends what it is told, verbatim, and reads the replies line by
 * line. Text is ISO 8859-1, so that every byte survives. For one thread. A server that is silent
 * for as long as {@link Await#DEADLINE}, and every other I/O error, is an {@link
 * UncheckedIOException}.
 */
public final class ScriptedClient implements AutoCloseable {

  private Socket socket;
  private LineReader reader;

  private ScriptedClient(Socket socket) throws IOException {
    this.socket = socket;
    this.reader = new LineReader(socket.getInputStream());
  }

  /** Connects to a port of the loopback address. */
  public static ScriptedClient connect(int port) {
    return open(new Socket(), port);
  }

  /** Connects with TLS from the first byte, and trusts whatever certificate the server has. */
  public static ScriptedClient connectTls(int port) {
    return open(TrustAll.socket(), port);
  }

  private static ScriptedClient open(Socket socket, int port) {
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) Await.DEADLINE.toMillis());
      socket.connect(new InetSocketAddress("127.0.0.1", port), (int) Await.DEADLINE.toMillis());
      return new ScriptedClient(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How long {@link #readLine} waits for a silent server. */
  public ScriptedClient patience(Duration patience) {
    return io(
        () -> {
          socket.setSoTimeout((int) patience.toMillis());
          return this;
        });
  }

  /** Encrypts what follows, once the server has agreed. */
  public ScriptedClient startTls() {
    return io(
        () -> {
          socket = TrustAll.over(socket);
          reader = new LineReader(socket.getInputStream());
          return this;
        });
  }

  /** Sends a text as it is. */
  public ScriptedClient send(String text) {
    return sendBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Sends a text and CRLF. */
  public ScriptedClient line(String text) {
    return send(text + "\r\n");
  }

  /** Sends bytes as they are, in one segment if they fit. */
  public ScriptedClient sendBytes(byte[] bytes) {
    return io(
        () -> {
          socket.getOutputStream().write(bytes);
          return this;
        });
  }

  /** The next line without its line end; null at the end of the connection. */
  public String readLine() {
    return io(reader::readLine);
  }

  /**
   * The next line, which must start so.
   *
   * @throws AssertionError if it does not
   */
  public String expect(String prefix) {
    String line = readLine();
    if (line == null || !line.startsWith(prefix)) {
      throw new AssertionError("Expected \"" + prefix + "\", got \"" + line + "\"");
    }
    return line;
  }

  /**
   * All lines up to the first that satisfies the condition, that one included.
   *
   * @throws AssertionError if the connection ends before
   */
  public List<String> readUntil(Predicate<String> isLast) {
    List<String> lines = new ArrayList<>();
    do {
      String line = readLine();
      if (line == null) {
        throw new AssertionError("The connection ended after " + lines);
      }
      lines.add(line);
    } while (!isLast.test(lines.get(lines.size() - 1)));
    return lines;
  }

  /** An SMTP reply of one or more lines (RFC 5321 4.2.1). */
  public List<String> readSmtp() {
    return readUntil(line -> line.length() < 4 || line.charAt(3) != '-');
  }

  /** A POP3 reply: its first line, and after +OK all lines up to the one with a dot alone. */
  public List<String> readPop3MultiLine() {
    List<String> lines = new ArrayList<>();
    lines.add(readLine());
    if (String.valueOf(lines.get(0)).startsWith("+OK")) {
      lines.addAll(readUntil("."::equals));
    }
    return lines;
  }

  /** All lines of an IMAP reply up to the tagged one. */
  public List<String> readTagged(String tag) {
    return readUntil(line -> line.startsWith(tag + " "));
  }

  /** Everything up to the end of the connection, a reset included. */
  public String readToEnd() {
    int before = transcript().length();
    try {
      while (reader.read() >= 0) {
        // The reader keeps it.
      }
    } catch (SocketTimeoutException e) {
      throw new UncheckedIOException(e);
    } catch (IOException e) {
      // The server has reset the connection: that is its end.
    }
    return transcript().substring(before);
  }

  /** Every byte that the server has sent so far, as read; since STARTTLS if there was one. */
  public String transcript() {
    return reader.transcript();
  }

  /** This end's port, as the server sees it. */
  public int localPort() {
    return socket.getLocalPort();
  }

  /** Ends our direction alone; what the server still sends can be read. */
  public ScriptedClient endOutput() {
    return io(
        () -> {
          socket.shutdownOutput();
          return this;
        });
  }

  /** Drops the connection with a reset, as a crashed client does. */
  public void reset() {
    io(
        () -> {
          socket.setSoLinger(true, 0);
          socket.close();
          return null;
        });
  }

  /** Closes the connection. */
  @Override
  public void close() {
    io(
        () -> {
          socket.close();
          return null;
        });
  }

  private static <T> T io(Action<T> action) {
    try {
      return action.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Action<T> {
    T run() throws IOException;
  }
}
