// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.server.GreenMailVersions;
import io.mailscope.testing.server.SubEthaVersions;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SupportedVersionsTest {

  private final List<Release> greenMail = SupportedVersions.of("greenmail");
  private final List<Release> protocols = SupportedVersions.of("james-protocols");
  private final List<Release> next = SupportedVersions.of("james-protocols-next");
  private final List<Release> james = SupportedVersions.of("james");
  private final List<Release> jamesImap = SupportedVersions.of("james-imap");
  private final List<Release> jamesSmtp = SupportedVersions.of("james-smtp");
  private final List<Release> subEtha = SupportedVersions.of("subethasmtp");

  @Test
  void theBuildFetchesWhatTheFileNames() throws Exception {
    assertThat(fetched())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(greenMail, protocols, next, james, jamesImap, jamesSmtp, subEtha)
                .flatMap(List::stream)
                .flatMap(Release::coordinates)
                .distinct()
                .toList());
  }

  @Test
  void allJarsAreThere() {
    assertThat(greenMail).allSatisfy(release -> assertThat(release.urls()).isNotEmpty());
  }

  @Test
  void everyVersionBehindRealConnectionsIsSupported() {
    assertThat(greenMail.stream().filter(Release::supported).map(Release::version))
        .containsAll(GreenMailVersions.ALL);
    assertThat(subEtha.stream().filter(Release::supported).map(Release::version))
        .containsAll(SubEthaVersions.ALL);
  }

  @Test
  void someVersionsAreLeftAlone() {
    assertThat(greenMail.stream().filter(release -> !release.supported()).map(Release::jar))
        .contains("com.icegreen:greenmail:1.3.1b", "org.subethamail:subethasmtp:3.1.7");
  }

  private static Set<String> fetched() throws Exception {
    NodeList items =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("pom.xml").toFile())
            .getElementsByTagName("artifactItem");
    Set<String> coordinates = new LinkedHashSet<>();
    for (int i = 0; i < items.getLength(); i++) {
      Element item = (Element) items.item(i);
      coordinates.add(
          text(item, "groupId") + ":" + text(item, "artifactId") + ":" + text(item, "version"));
    }
    return coordinates;
  }

  private static String text(Element item, String name) {
    return item.getElementsByTagName(name).item(0).getTextContent();
  }
}
