// SPDX-License-Identifier: Apache-2.0
package io.mailscope.servers.james.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import javax.inject.Inject;
import org.apache.commons.configuration2.Configuration;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.core.Username;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.protocols.api.OidcSASLConfiguration;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.AuthHook;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.RcptHook;
import org.apache.james.user.api.UsersRepositoryException;

/**
 * Looks recipients up in the database and at a web server, which has no say, and logs users in by
 * the database. Meant for James' directory of extensions.
 */
public final class LookupHook implements RcptHook, AuthHook {

  private final JdbcUsersRepository users;
  private String url;

  /** Called by James. */
  @Inject
  public LookupHook(DomainList domains) {
    users = new JdbcUsersRepository(domains);
  }

  @Override
  public void init(Configuration configuration) {
    url = configuration.getString("url");
  }

  @Override
  public HookResult doRcpt(SMTPSession session, MaybeSender sender, MailAddress recipient) {
    try (InputStream answer = new URL(url).openStream()) {
      users.contains(Username.fromMailAddress(recipient));
      answer.readAllBytes();
      return HookResult.DECLINED;
    } catch (UsersRepositoryException e) {
      return HookResult.DENYSOFT;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public HookResult doAuth(SMTPSession session, Username username, String password) {
    try {
      return users.test(username, password) ? HookResult.OK : HookResult.DECLINED;
    } catch (UsersRepositoryException e) {
      return HookResult.DECLINED;
    }
  }

  @Override
  public HookResult doSasl(
      SMTPSession session, OidcSASLConfiguration configuration, String initialResponse) {
    return HookResult.DECLINED;
  }
}
