// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.settings;

/**
 * The one instrumentation of the stock agent that changes what James does: with {@code reactor} on,
 * James 3.8 and later can write the parts of an IMAP response out of their order when the machine
 * is busy, without any module of ours too. James' own threads carry a command's context without it.
 */
public final class JamesReactor {

  /** The instrumentation's name. */
  public static final String NAME = "reactor";

  /** The switch of the instrumentation. */
  static final String PROPERTY = "otel.instrumentation." + NAME + ".enabled";

  private static final String IMAP =
      "org/apache/james/imapserver/netty/ImapChannelUpstreamHandler.class";
  private static final String SINCE_3_8 =
      "org/apache/james/protocols/netty/BasicChannelInboundHandler.class";

  private JamesReactor() {}

  /** Whether James 3.8 or later with IMAP is on the class path. Loads no class of it. */
  public static boolean isHere() {
    return ClassLoader.getSystemResource(IMAP) != null
        && ClassLoader.getSystemResource(SINCE_3_8) != null;
  }

  /** What is said at the start where it is switched off. */
  public static String reason() {
    return "mailscope: "
        + PROPERTY
        + "=false, since with it James can send IMAP responses in a"
        + " wrong order";
  }
}
