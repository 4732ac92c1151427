// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import io.mailscope.testing.server.GreenMailProcess;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What clients send that mean no good, or are broken: each script is a connection of its own, sent
 * at once and followed by the end of the stream.
 */
final class HostileScripts {

  /** Stands in most of the scripts where a credential or content would; never to be exported. */
  static final String SECRET = "h0stile-s3cret";

  // Reaches the end of whatever James is asked for. It closes a connection when its client stops to
  // send, and loses what it has not answered then.
  private static final String GOODBYE = "\r\nQUIT\r\n.\r\n*\r\nQUIT\r\n";

  private static final String LOGIN = GreenMailProcess.USER + " " + GreenMailProcess.PASSWORD;
  private static final String SASL =
      base64("\0" + GreenMailProcess.USER + "\0" + GreenMailProcess.PASSWORD);

  private HostileScripts() {}

  /** Scripts by protocol. */
  static Map<String, List<String>> all() {
    Map<String, List<String>> scripts = new LinkedHashMap<>();
    scripts.put("smtp", smtp());
    scripts.put("pop3", pop3());
    scripts.put("imap", imap());
    return scripts;
  }

  /** Those of SMTP and POP3, each with an end that James answers to. */
  static Map<String, List<String>> forJames() {
    Map<String, List<String>> scripts = new LinkedHashMap<>();
    scripts.put("smtp", smtp());
    scripts.put("pop3", pop3());
    scripts.replaceAll((protocol, all) -> all.stream().map(script -> script + GOODBYE).toList());
    return scripts;
  }

  private static List<String> smtp() {
    String toData = "HELO x\r\nMAIL FROM:<a@b.test>\r\nRCPT TO:<alice@example.test>\r\nDATA\r\n";
    return List.of(
        "",
        "\r\n",
        "X\r\nXX\r\nXXX\r\n" + SECRET + "\r\nNOOP\r\n",
        "NOOP " + SECRET.repeat(350) + "\r\nNOOP\r\n",
        "A".repeat(100_000) + "\r\nNOOP\r\n",
        "NO\0P\r\n\0\0\0\0\r\nNOOP\r\n",
        "NOOP\rNOOP\r\nNOOP\n\r\nNOOP\r\n",
        "\u00e4\u00f6\u00fc\u00df\r\nMAIL FROM:<\u00e4@b.test>\r\n",
        "AUTH\r\nNOOP\r\n",
        "AUTH " + SECRET + "\r\nNOOP\r\n",
        "AUTH PLAIN " + SASL + "\r\nAUTH PLAIN " + SASL + "\r\nNOOP\r\n",
        "AUTH PLAIN\r\n" + SASL + "\r\nNOOP\r\n",
        "AUTH PLAIN\r\n*\r\nNOOP\r\n",
        "AUTH PLAIN ====\r\nNOOP\r\n",
        "AUTH PLAIN " + base64("nobody") + "\r\n",
        "AUTH PLAIN\r\n",
        "AUTH LOGIN\r\n" + base64("nobody") + "\r\n",
        "AUTH LOGIN\r\n*\r\n*\r\nNOOP\r\n",
        "AUTH LOGIN " + base64("nobody") + "\r\n" + base64(SECRET) + "\r\nNOOP\r\n",
        "AUTH XOAUTH2 " + base64("user=alice\u0001auth=Bearer " + SECRET + "\u0001\u0001") + "\r\n",
        "MAIL FROM:<" + SECRET.repeat(100) + "\r\nNOOP\r\n",
        "DATA\r\nRCPT TO:<x@y.test>\r\nNOOP\r\n",
        toData + SECRET + "\r\n",
        toData + "Subject: " + SECRET + "\r\n\r\n..\r\n.\r\nNOOP\r\n",
        toData + "\r\n.\r\nQUIT\r\n",
        "NOO",
        "QUIT\r\nNOOP\r\n");
  }

  private static List<String> pop3() {
    return List.of(
        "",
        "\r\n",
        "X\r\n" + SECRET + "\r\nNOOP\r\n",
        "NOOP " + "A".repeat(5_000) + "\r\nNOOP\r\n",
        "A".repeat(100_000) + "\r\nNOOP\r\n",
        "NO\0P\r\nNOOP\r\n",
        "NOOP\rNOOP\r\nNOOP\r\n",
        "\u00e4\u00f6\u00fc\r\nUSER \u00e4\r\n",
        "PASS " + SECRET + "\r\nNOOP\r\n",
        "USER\r\nPASS\r\nUSER nobody\r\nPASS " + SECRET + "\r\n",
        "USER alice\r\nPASS " + SECRET + "\r\nSTAT\r\n",
        "USER alice\r\nPASS "
            + GreenMailProcess.PASSWORD
            + "\r\nRETR x\r\nRETR 99\r\nTOP\r\nLIST 0\r\n",
        "AUTH\r\nAUTH " + SECRET + "\r\n",
        "AUTH PLAIN\r\n*\r\nNOOP\r\n",
        "AUTH PLAIN\r\n",
        "AUTH PLAIN " + base64("\0alice\0" + SECRET) + "\r\nNOOP\r\n",
        "APOP alice 0123456789abcdef0123456789abcdef\r\nNOOP\r\n",
        "NOO",
        "QUIT\r\nNOOP\r\n");
  }

  private static List<String> imap() {
    String login = "a LOGIN " + LOGIN + "\r\n";
    return List.of(
        "",
        "\r\n",
        "a\r\n",
        "a \r\nb NOOP\r\n",
        "a " + SECRET + "\r\nb NOOP\r\n",
        "a NOOP " + "A".repeat(5_000) + "\r\nb NOOP\r\n",
        "A".repeat(100_000) + "\r\nb NOOP\r\n",
        "a NO\0P\r\nb NOOP\r\n",
        "a NOOP\rb NOOP\r\nc NOOP\r\n",
        "a \u00e4\u00f6\u00fc\r\nb NOOP\r\n",
        "a LOGIN\r\nb LOGIN alice\r\nc LOGIN alice " + SECRET + "\r\n",
        "a LOGIN {5}\r\nalice {" + SECRET.length() + "}\r\n" + SECRET + "\r\nb NOOP\r\n",
        "a LOGIN {5+}\r\nalice {" + SECRET.length() + "+}\r\n" + SECRET + "\r\nb NOOP\r\n",
        "a LOGIN {50}\r\n" + SECRET,
        "a LOGIN {99999999999999999999}\r\n" + SECRET + "\r\nb NOOP\r\n",
        "a AUTHENTICATE\r\nb AUTHENTICATE " + SECRET + "\r\nc NOOP\r\n",
        "a AUTHENTICATE PLAIN\r\n" + base64("\0alice\0" + SECRET) + "\r\nb NOOP\r\n",
        "a AUTHENTICATE XOAUTH2 *\r\nb NOOP\r\n",
        "a SELECT INBOX\r\nb FETCH 1 BODY[]\r\nc UID FETCH 1 BODY[]\r\n",
        login + "b SELECT nowhere\r\nc UID\r\nd UID NOOP\r\ne NOOP\r\n",
        login + "b SELECT INBOX\r\nc FETCH x BODY[]\r\nd FETCH 1 (BODY[\r\ne NOOP\r\n",
        login + "b APPEND INBOX {10}\r\n12345",
        login + "b SELECT INBOX\r\nc IDLE\r\n",
        login + "b SELECT INBOX\r\nc IDLE\r\nDONE\r\nd LOGOUT\r\n",
        "a NOO",
        "a LOGOUT\r\nb NOOP\r\n");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
