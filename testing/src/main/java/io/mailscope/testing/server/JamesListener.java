// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** One server in James' configuration, with what it has set. Immutable. */
record JamesListener(String element, String name, Map<String, String> settings, String more) {

  private static final String CLEAR = "<tls socketTLS=\"false\" startTLS=\"false\"/>";

  private static final String SMTP =
      """
        <auth>
          <announce>%s</announce>
          <requireSSL>false</requireSSL>
          <plainAuthEnabled>true</plainAuthEnabled>
        </auth>
        <verifyIdentity>false</verifyIdentity>
        <maxmessagesize>0</maxmessagesize>
        <handlerchain>
          <handler class="org.apache.james.smtpserver.fastfail.ValidRcptHandler"/>
          <handler class="org.apache.james.smtpserver.CoreCmdHandlerLoader"/>
        </handlerchain>
      """;

  private static final String IMAP =
      """
        <plainAuthDisallowed>false</plainAuthDisallowed>
        <auth><plainAuthEnabled>true</plainAuthEnabled><requireSSL>false</requireSSL></auth>
      """;

  /**
   * @param announce when AUTH is offered: never, always
   */
  static JamesListener smtp(String name, int port, String announce) {
    return listener("smtpserver", name, port, SMTP.formatted(announce))
        .with("authRequired", announce.equals("never") ? "false" : "announce"); // until 3.6
  }

  static JamesListener lmtp(String name, int port, String handlers) {
    return listener("lmtpserver", name, port, chain("org.apache.james.lmtpserver." + handlers));
  }

  static JamesListener pop3(String name, int port) {
    return listener(
        "pop3server", name, port, chain("org.apache.james.pop3server.core.CoreCmdHandlerLoader"));
  }

  static JamesListener imap(String name, int port) {
    return listener("imapserver", name, port, IMAP);
  }

  private static JamesListener listener(String element, String name, int port, String more) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("jmxName", name);
    settings.put("bind", "127.0.0.1:" + port);
    settings.put("connectiontimeout", "360");
    settings.put("connectionLimit", "0");
    settings.put("connectionLimitPerIP", "0");
    return new JamesListener(element, name, settings, CLEAR + more);
  }

  private static String chain(String handlers) {
    return "<handlerchain coreHandlersPackage=\"%s\"><handler class=\"%s\"/></handlerchain>"
        .formatted(handlers, handlers);
  }

  /** The same with another setting. */
  JamesListener with(String setting, Object value) {
    Map<String, String> changed = new LinkedHashMap<>(settings);
    changed.put(setting, String.valueOf(value));
    return new JamesListener(element, name, changed, more);
  }

  /** The same with STARTTLS, by {@link ServerKey}. */
  JamesListener withStartTls() {
    return changed(CLEAR, ServerKey.jamesSetting(false));
  }

  /** The same with TLS from the first byte. */
  JamesListener withTls() {
    return changed(CLEAR, ServerKey.jamesSetting(true));
  }

  /** The same, taking passwords over TLS only. */
  JamesListener withLoginDisabled() {
    return changed("<requireSSL>false", "<requireSSL>true");
  }

  /** The same with bearer tokens of an issuer. */
  JamesListener withTokens(TokenIssuer issuer) {
    return changed("</auth>", issuer.jamesSetting() + "</auth>");
  }

  private JamesListener changed(String before, String after) {
    return new JamesListener(element, name, settings, more.replace(before, after));
  }

  String xml() {
    String set =
        settings.entrySet().stream()
            .map(e -> "<%s>%s</%s>".formatted(e.getKey(), e.getValue(), e.getKey()))
            .collect(Collectors.joining());
    return "<%s enabled=\"true\">%s%s</%s>".formatted(element, set, more, element);
  }
}
