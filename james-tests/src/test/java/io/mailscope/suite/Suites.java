// SPDX-License-Identifier: Apache-2.0
package io.mailscope.suite;

/** The suites, with counts as measured without the agent. */
final class Suites {

  private static final String PROTOCOLS = "org.apache.james.protocols";
  private static final String SMTP = "smtp.netty.NettySMTPServerTest";
  private static final String SMTPS = "smtp.netty.NettySMTPSServerTest";
  private static final String SMTP_STARTTLS = "smtp.netty.NettyStartTlsSMTPServerTest";
  private static final String SMTP_PROXY = "smtp.netty.NettyProxySMTPServerTest";
  private static final String LMTP = "lmtp.netty.NettyLMTPServerTest";
  private static final String LMTPS = "lmtp.netty.NettyLMTPSServerTest";
  private static final String POP3 = "pop3.netty.NettyPOP3ServerTest";
  private static final String POP3S = "pop3.netty.NettyPOP3SServerTest";
  private static final String POP3_STARTTLS = "pop3.netty.NettyStartTlsPOP3ServerTest";

  /** Of James' own messages; as the builds of these parts of James set it. */
  private static final String LEAKS = "james.lifecycle.leak.detection.mode";

  /**
   * Fails without any agent where the server has not noticed the client's leaving after a second.
   */
  private static final String DISCONNECT = "#testDisconnectHandler";

  /** Netty 3. */
  static final Suite PROTOCOLS_3_5 =
      Suite.of(
              "protocols-3.5.0",
              "james-protocols-tests-3.5.0",
              PROTOCOLS,
              SMTP,
              SMTPS,
              SMTP_STARTTLS,
              LMTP,
              LMTPS,
              POP3,
              POP3S,
              POP3_STARTTLS)
          .leaveOut(DISCONNECT)
          .expect(122, 0);

  /** Netty 3, the last but one on it. */
  static final Suite PROTOCOLS_3_6 =
      Suite.of(
              "protocols-3.6.0",
              "james-protocols-tests-3.6.0",
              PROTOCOLS,
              SMTP,
              SMTPS,
              SMTP_STARTTLS,
              LMTP,
              LMTPS,
              POP3,
              POP3S,
              POP3_STARTTLS)
          .leaveOut(DISCONNECT)
          .expect(110, 0);

  /** Netty 4. Each test stops its server, which takes Netty 2 s. */
  static final Suite PROTOCOLS_3_8 =
      Suite.of(
              "protocols-3.8.1",
              "james-protocols-tests-3.8.1",
              PROTOCOLS,
              SMTP,
              SMTPS,
              SMTP_STARTTLS,
              SMTP_PROXY,
              LMTP,
              LMTPS,
              POP3,
              POP3S,
              POP3_STARTTLS)
          .leaveOut(DISCONNECT)
          .expect(114, 0);

  /** Those that suffice to see all three protocols on Netty 4. */
  static final Suite PROTOCOLS_3_8_SHORT =
      Suite.of(
              "protocols-3.8.1-short",
              "james-protocols-tests-3.8.1",
              PROTOCOLS,
              SMTP_PROXY,
              SMTP_STARTTLS,
              POP3_STARTTLS)
          .expect(12, 0);

  static final Suite POP3_SERVER =
      Suite.of(
              "pop3-server-3.8.1", "james-pop3-tests-3.8.1",
              "org.apache.james.pop3server", "POP3ServerTest")
          .property(LEAKS, "testing")
          .expect(18, 1);

  static final Suite SMTP_SERVER =
      Suite.of(
              "smtp-server-3.8.1",
              "james-smtp-tests-3.8.1",
              "org.apache.james.smtpserver",
              "SMTPServerTest",
              "SMTPSaslTest")
          .property(LEAKS, "NONE")
          .expect(70, 1);

  static final Suite IMAP_SERVER =
      Suite.of(
              "imap-server-3.8.1",
              "james-imap-tests-3.8.1",
              "org.apache.james.imapserver.netty",
              "IMAPServerTest$AuthenticationRequireSSL",
              "IMAPServerTest$CondStore",
              "IMAPServerTest$Idle",
              "IMAPServerTest$PartialFetch",
              "IMAPServerTest$PlainAuthDisabled",
              "IMAPServerTest$PlainAuthDisallowed",
              "IMAPServerTest$PlainAuthDisallowedSSL",
              "IMAPServerTest$PlainAuthEnabledWithoutRequireSSL",
              "IMAPServerTest$QResync",
              "IMAPServerTest$Search",
              "IMAPServerTest$SequentialExecution",
              "IMAPServerTest$StartTLS")
          .property(LEAKS, "testing")
          .leaveOut(
              "org.apache.james.imapserver.netty.IMAPServerTest$Search"
                  + "#searchingShouldSupportMultipleUTF8Criteria")
          .expect(227, 0);

  private Suites() {}
}
