// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import io.mailscope.auth.Attempts;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.server.JamesServer;
import java.net.InetAddress;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** James with its users in a directory that it asks by LDAP, where a login is a bind. */
@Tag("users-elsewhere")
class JamesLdapIT {

  private static final String BASE = "dc=example,dc=test";
  private static final String READER = "cn=reader," + BASE;
  private static final String READERS_PASSWORD = "re4ders-s3cret";
  private static final String USER = "leonie@example.test";
  private static final String PASSWORD = "le0nies-s3cret";

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private static volatile boolean busy;
  private static InMemoryDirectoryServer directory;
  private static JamesServer james;

  private final Attempts smtp = Attempts.smtp(telemetry);
  private final Attempts pop3 = Attempts.pop3(telemetry);
  private final Attempts imap = Attempts.imap(telemetry);

  @BeforeAll
  static void start() throws Exception {
    InMemoryDirectoryServerConfig configuration = new InMemoryDirectoryServerConfig(BASE);
    configuration.setSchema(null);
    configuration.addInMemoryOperationInterceptor(
        new InMemoryOperationInterceptor() {
          @Override
          public void processSearchRequest(InMemoryInterceptedSearchRequest request)
              throws LDAPException {
            if (busy) {
              throw new LDAPException(ResultCode.BUSY);
            }
          }
        });
    configuration.addAdditionalBindCredentials(READER, READERS_PASSWORD);
    configuration.setListenerConfigs(
        InMemoryListenerConfig.createLDAPConfig(
            "loopback", InetAddress.getLoopbackAddress(), 0, null));
    directory = new InMemoryDirectoryServer(configuration);
    directory.add("dn: " + BASE, "objectClass: domain", "dc: example");
    directory.add(
        "dn: uid=leonie," + BASE,
        "objectClass: inetOrgPerson",
        "uid: leonie",
        "cn: Leonie",
        "sn: Leonie",
        "mail: " + USER,
        "userPassword: " + PASSWORD);
    directory.startListening();
    james =
        JamesServer.ofUsers(
            """
            <usersrepository name="LocalUsers" ldapHost="ldap://127.0.0.1:%d" principal="%s"
                credentials="%s" userBase="%s" userIdAttribute="mail"
                userObjectClass="inetOrgPerson">
              <supportsVirtualHosting>true</supportsVirtualHosting>
            </usersrepository>
            """
                .formatted(directory.getListenPort(), READER, READERS_PASSWORD, BASE));
  }

  @AfterAll
  static void stop() {
    directory.shutDown(true);
  }

  @Test
  void smtp() {
    JamesClient.smtpLogin(james, USER, PASSWORD, "235");
    smtp.succeeded("auth", "PLAIN", USER);
    telemetry.reset();
    JamesClient.smtpLogin(james, USER, "wrong", "535");
    smtp.failed("auth", "PLAIN", USER, "invalid_key");
    telemetry.reset();
    JamesClient.smtpLogin(james, "mallory@example.test", PASSWORD, "535");
    smtp.failed("auth", "PLAIN", "mallory@example.test", "user_not_found");
  }

  @Test
  void pop3() {
    JamesClient.pop3Login(james, USER, PASSWORD, "+OK");
    pop3.succeeded("pass", "USERPASS", USER);
    telemetry.reset();
    JamesClient.pop3Login(james, USER, "wrong", "-ERR");
    pop3.failed("pass", "USERPASS", USER, "invalid_key");
    telemetry.reset();
    JamesClient.pop3Login(james, "mallory@example.test", PASSWORD, "-ERR");
    pop3.failed("pass", "USERPASS", "mallory@example.test", "user_not_found");
  }

  @Test
  void imap() {
    JamesClient.imapLogin(james, USER, PASSWORD, "a OK");
    imap.succeeded("login", "LOGIN", USER);
    telemetry.reset();
    JamesClient.imapLogin(james, USER, "wrong", "a NO");
    imap.failed("login", "LOGIN", USER, "invalid_key");
    telemetry.reset();
    JamesClient.imapLogin(james, "mallory@example.test", PASSWORD, "a NO");
    imap.failed("login", "LOGIN", "mallory@example.test", "user_not_found");
  }

  @Test
  void aDirectoryThatFailsIsTheServersFaultThoughJamesHidesIt() {
    Map<String, Object> failed =
        Map.of("user", USER, "success", false, "failure_reason", "server_error");
    Map<String, Object> exception =
        Map.of("exception.type", "org.apache.james.user.api.UsersRepositoryException");
    busy = true;
    try {
      JamesClient.smtpLogin(james, USER, PASSWORD, "535");
      smtp.oneWith("auth", "PLAIN", "server_error", failed, exception);
      JamesClient.imapLogin(james, USER, PASSWORD, "a NO");
      imap.oneWith("login", "LOGIN", "server_error", failed, exception);
    } finally {
      busy = false;
    }
  }
}
