// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import static io.mailscope.testing.server.JamesClasses.call;

import java.net.URL;
import java.util.Optional;

/** What James' protocol servers are configured by, which was made anew in most versions. */
final class JamesProtocolsSettings {

  private final JamesClasses james;

  JamesProtocolsSettings(JamesClasses james) {
    this.james = james;
  }

  Object smtp(boolean tokens) {
    String implementation = "protocols.smtp.SMTPConfigurationImpl";
    return tokens
        ? james.make(
            james.subclass(
                implementation,
                (method, arguments) ->
                    method.equals("isAuthAnnounced") ? true : tokenConfiguration(),
                "isAuthAnnounced",
                "saslConfiguration"))
        : james.make(implementation);
  }

  private Optional<?> tokenConfiguration() throws Exception {
    URL nobody = new URL("http://127.0.0.1:1/");
    return Optional.of(
        james.make(
            "protocols.api.OidcSASLConfiguration",
            nobody,
            "email",
            nobody,
            "mail",
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  /** Only James 3.0 asks for one. */
  Object logger() {
    String logger = "protocols.api.logger.Logger";
    return james.has(logger) ? james.stub(logger) : "none";
  }

  Object lmtp() {
    String implementation = "protocols.lmtp.LMTPConfigurationImpl";
    return james.has(implementation)
        ? james.make(implementation)
        : james.make(
            james.subclass(
                "protocols.lmtp.LMTPConfiguration",
                (method, arguments) -> false,
                "isPlainAuthEnabled"),
            "LMTP");
  }

  Object factory() {
    String server = "protocols.netty.NettyServer";
    if (james.has(server + "$Builder")) {
      return call(james.type(server), "builder");
    }
    return james.has("protocols.netty.BasicChannelInboundHandler")
        ? james.make(server + "$Factory")
        : james.make(server + "$Factory", james.netty3Timer());
  }
}
