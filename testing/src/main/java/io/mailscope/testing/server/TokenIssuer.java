// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * Who signs bearer tokens (RFC 7519, RS256), and publishes the key for it (RFC 7517) on the
 * loopback address. Thread-safe.
 */
public final class TokenIssuer {

  private static final String KEY_ID = "test";

  private final KeyPair key = keyPair();
  private final KeyPair strange = keyPair();
  private final HttpServer web;
  private volatile boolean down;

  private TokenIssuer() {
    try {
      web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    web.createContext("/jwks", this::publish);
    web.start();
  }

  /** One that lives as long as the JVM. */
  static TokenIssuer start() {
    return new TokenIssuer();
  }

  /** A good token. */
  public String token(String user) {
    return token(user, Duration.ofHours(1), key);
  }

  /** A token that was good an hour ago. */
  public String expiredToken(String user) {
    return token(user, Duration.ofHours(-1), key);
  }

  /** A token that somebody else signed. */
  public String forgedToken(String user) {
    return token(user, Duration.ofHours(1), strange);
  }

  /** Whether nobody gets the key from now on. */
  public void down(boolean down) {
    this.down = down;
  }

  /** What a listener of James is told, for the users' names as {@code sub}. */
  String jamesSetting() {
    String url = "http://127.0.0.1:" + web.getAddress().getPort();
    return """
        <oidc><oidcConfigurationURL>%s/configuration</oidcConfigurationURL>
          <jwksURL>%s/jwks</jwksURL><claim>sub</claim><scope>mail</scope></oidc>
        """
        .formatted(url, url);
  }

  private void publish(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] keys = keys().getBytes(UTF_8);
      exchange.sendResponseHeaders(down ? 503 : 200, keys.length);
      exchange.getResponseBody().write(keys);
    }
  }

  private String keys() {
    RSAPublicKey published = (RSAPublicKey) key.getPublic();
    return """
        {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}
        """
        .formatted(KEY_ID, number(published.getModulus()), number(published.getPublicExponent()));
  }

  private static String token(String user, Duration validity, KeyPair signer) {
    String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + KEY_ID + "\"}";
    long expiry = Instant.now().plus(validity).getEpochSecond();
    String claims = "{\"sub\":\"" + user + "\",\"scope\":\"mail\",\"exp\":" + expiry + "}";
    String signed = url(header.getBytes(UTF_8)) + "." + url(claims.getBytes(UTF_8));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(signer.getPrivate());
      signature.update(signed.getBytes(UTF_8));
      return signed + "." + url(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String number(BigInteger number) {
    byte[] octets = number.toByteArray();
    int sign = octets[0] == 0 ? 1 : 0;
    return url(Arrays.copyOfRange(octets, sign, octets.length));
  }

  private static String url(byte[] octets) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
  }
}
