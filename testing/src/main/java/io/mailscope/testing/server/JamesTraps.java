// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a {@link JamesServer} listens besides, for clients to get into trouble, or in by other
 * ways.
 *
 * @param limited SMTP for one client at a time
 * @param limitedPerAddress SMTP for one client at a time from each address
 * @param proxied SMTP behind a proxy that uses the PROXY protocol
 * @param startTls SMTP that offers STARTTLS
 * @param impatient SMTP that ends after a second without a command
 * @param pop3StartTls POP3 that offers STLS
 * @param lmtpMailets LMTP that sends messages through the mailets
 * @param tokens SMTP that takes bearer tokens
 * @param imapTokens IMAP that takes bearer tokens
 * @param issuer of those tokens
 * @param imap those of IMAP
 */
public record JamesTraps(
    int limited,
    int limitedPerAddress,
    int proxied,
    int startTls,
    int impatient,
    int pop3StartTls,
    int lmtpMailets,
    int tokens,
    int imapTokens,
    TokenIssuer issuer,
    JamesImapTraps imap) {

  List<JamesListener> smtp() {
    return List.of(
        JamesListener.smtp("limited", limited, "never").with("connectionLimit", 1),
        JamesListener.smtp("limitedPerAddress", limitedPerAddress, "never")
            .with("connectionLimitPerIP", 1),
        JamesListener.smtp("proxied", proxied, "never").with("proxyRequired", true),
        JamesListener.smtp("startTls", startTls, "never").withStartTls(),
        JamesListener.smtp("impatient", impatient, "never").with("connectiontimeout", 1),
        JamesListener.smtp("tokens", tokens, "always").withTokens(issuer));
  }

  List<JamesListener> imapListeners() {
    List<JamesListener> all = new ArrayList<>(imap.listeners());
    all.add(JamesListener.imap("imapTokens", imapTokens).withTokens(issuer));
    return all;
  }

  List<JamesListener> pop3() {
    return List.of(JamesListener.pop3("pop3StartTls", pop3StartTls).withStartTls());
  }

  List<JamesListener> lmtp() {
    return List.of(
        JamesListener.lmtp("lmtpMailets", lmtpMailets, "MailetContainerCmdHandlerLoader"));
  }
}
