// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mailscope.hook.MailInstrumentationModule;
import io.mailscope.hook.check.HookFindings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * The tests of a module over all versions of its server. A subclass names the two, and {@code
 * src/test/resources/hooks/<module>.txt} says which methods the hooks are expected to meet; after
 * each run {@code target/hooks/<module>.txt} says which they met.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServerMatrix {

  private final MailInstrumentationModule module;
  private final String table;
  private final List<Release> releases;
  private final Map<Release, AdvisedRelease> advised = new LinkedHashMap<>();

  /**
   * @param server as in {@link SupportedVersions#of}
   */
  protected ServerMatrix(String server, MailInstrumentationModule module) {
    this(server, module, module.instrumentationName(), version -> true);
  }

  /**
   * For one of several modules of the same name, each for some of the versions.
   *
   * @param table what its table of hooks is called
   * @param versions those that the module is for; it has to leave the others alone
   */
  protected ServerMatrix(
      String server, MailInstrumentationModule module, String table, Predicate<String> versions) {
    this.module = module;
    this.table = table;
    this.releases =
        SupportedVersions.of(server).stream().map(release -> release.only(versions)).toList();
  }

  @TestFactory
  Stream<DynamicTest> theAgentAppliesTheModule() {
    return supported()
        .map(
            release ->
                dynamicTest(
                    release.version(),
                    () -> assertThat(MuzzleCheck.mismatches(module, release)).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> theAgentLeavesItAlone() {
    return releases.stream()
        .filter(release -> !release.supported())
        .map(
            release ->
                dynamicTest(
                    release.version(),
                    () -> assertThat(MuzzleCheck.mismatches(module, release)).isNotEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> advisedClassesLoad() {
    return supported()
        .map(
            release ->
                dynamicTest(
                    release.version(), () -> assertThat(advised(release).errors()).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> theSelfCheckMissesNoHook() {
    return supported()
        .map(
            release ->
                dynamicTest(
                    release.version(),
                    () -> {
                      try (ServerLoader loader = new ServerLoader(release)) {
                        HookFindings findings = HookFindings.of(module, loader);
                        assertThat(findings.missing()).isEmpty();
                        assertThat(findings.met()).isEqualTo(metOn(release));
                      }
                    }));
  }

  @Test
  void hooksMeetTheMethodsOfTheirTable() throws IOException {
    HookTable found = new HookTable(supported().map(Release::version).toList());
    supported().forEach(release -> found.add(release.version(), advised(release).methods()));
    Path actual = Path.of("target", "hooks", table + ".txt");
    Files.createDirectories(actual.getParent());
    Files.writeString(actual, found.toString());
    assertThat(found.toString()).as("%s", actual.toAbsolutePath()).isEqualTo(expectedTable());
  }

  private String expectedTable() throws IOException {
    String name = "/hooks/" + table + ".txt";
    try (InputStream in = getClass().getResourceAsStream(name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private long metOn(Release release) {
    return advised(release).methods().values().stream().filter(met -> !met.isEmpty()).count();
  }

  private AdvisedRelease advised(Release release) {
    return advised.computeIfAbsent(release, key -> AdvisedRelease.of(module, key));
  }

  private Stream<Release> supported() {
    return releases.stream().filter(Release::supported);
  }
}
