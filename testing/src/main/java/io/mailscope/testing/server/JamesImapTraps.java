// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.util.List;

/**
 * Where a {@link JamesServer} serves IMAP besides, for clients to get into trouble.
 *
 * @param limited for one client at a time
 * @param limitedPerAddress for one client at a time from each address
 * @param proxied behind a proxy that uses the PROXY protocol
 * @param startTls offers STARTTLS, and takes passwords only after it
 * @param tls encrypted from the first byte
 * @param busy for one command at a time, and one that waits; see {@link JamesServer#load}
 * @param impatient ends after a second of silence, see {@link JamesServer#impatient}
 */
public record JamesImapTraps(
    int limited,
    int limitedPerAddress,
    int proxied,
    int startTls,
    int tls,
    int busy,
    int impatient) {

  List<JamesListener> listeners() {
    return List.of(
        JamesListener.imap("imapLimited", limited).with("connectionLimit", 1),
        JamesListener.imap("imapLimitedPerAddress", limitedPerAddress)
            .with("connectionLimitPerIP", 1),
        JamesListener.imap("imapProxied", proxied).with("proxyRequired", true),
        JamesListener.imap("imapStartTls", startTls).withStartTls().withLoginDisabled(),
        JamesListener.imap("imapTls", tls).withTls().withLoginDisabled(),
        JamesListener.imap("imapBusy", busy).with("concurrentRequests", 1).with("maxQueueSize", 1),
        JamesListener.imap("imapImpatient", impatient));
  }
}
