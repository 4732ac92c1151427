// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.matrix.Release;
import io.mailscope.testing.matrix.SupportedVersions;
import io.mailscope.testing.server.AlteredJar;
import io.opentelemetry.javaagent.tooling.muzzle.Mismatch;
import io.opentelemetry.javaagent.tooling.muzzle.ReferenceMatcher;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** James' IMAP server of 3.8 with a key renamed that 3.9 has by another name, too. */
class NextJamesImapTest {

  private static final String KEY = "LINEARALIZER_ATTRIBUTE_KEY";
  private static final String OF_THAT_LENGTH = "LINEARIZER_S_ATTRIBUTE_KEY";

  @TempDir Path directory;

  @Test
  void isLeftAlone() throws IOException {
    URL[] urls = newest().urls();
    assertThat(mismatches(urls)).isEmpty();
    for (int i = 0; i < urls.length; i++) {
      if (urls[i].getPath().contains("james-server-protocols-imap4")) {
        urls[i] = renamed(Path.of(URI.create(urls[i].toString()))).toUri().toURL();
      }
    }
    assertThat(mismatches(urls)).singleElement().asString().contains(KEY);
  }

  private static Release newest() {
    return SupportedVersions.of("james-imap").stream()
        .filter(release -> release.version().equals("3.8.1"))
        .findAny()
        .orElseThrow();
  }

  private static List<String> mismatches(URL[] urls) throws IOException {
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      return ReferenceMatcher.of(new JamesImapInstrumentationModule())
          .getMismatchedReferenceSources(loader)
          .stream()
          .map(Mismatch::toString)
          .toList();
    }
  }

  private Path renamed(Path jar) throws IOException {
    Path copy = directory.resolve("next.jar");
    AlteredJar.copy(
        jar,
        copy,
        entry -> entry.endsWith("/NettyConstants.class"),
        classFile ->
            new String(classFile, ISO_8859_1).replace(KEY, OF_THAT_LENGTH).getBytes(ISO_8859_1));
    return copy;
  }
}
