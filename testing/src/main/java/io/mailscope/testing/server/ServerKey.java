// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.jar.JarFile;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The key of servers that bring none: the one that GreenMail publishes for tests. */
final class ServerKey {

  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String JAMES_FILE = "keystore.p12";

  private ServerKey() {}

  /** Writes the key store into the working directory of a James. */
  static void writeForJames(Path directory) throws IOException {
    Files.write(directory.resolve("conf").resolve(JAMES_FILE), keyStore());
  }

  /**
   * What James is told about the key store that was written.
   *
   * @param fromTheFirstByte else by STARTTLS
   */
  static String jamesSetting(boolean fromTheFirstByte) {
    return """
        <tls socketTLS="%s" startTLS="%s"><keystore>file://conf/%s</keystore>
          <keystoreType>PKCS12</keystoreType><secret>%s</secret></tls>
        """
        .formatted(fromTheFirstByte, !fromTheFirstByte, JAMES_FILE, new String(PASSWORD));
  }

  private static byte[] keyStore() throws IOException {
    try (JarFile jar =
            new JarFile(ServerJars.jar("greenmail-standalone", GreenMailVersions.NEWEST).toFile());
        InputStream in = jar.getInputStream(jar.getEntry("greenmail.p12"))) {
      return in.readAllBytes();
    }
  }

  static SSLContext context() {
    try (InputStream in = new ByteArrayInputStream(keyStore())) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD);
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
