// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.resource;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.resources.Resource;
import java.io.File;
import java.io.IOException;
import java.util.function.Function;
import java.util.jar.JarFile;

/**
 * The mail server that this JVM is, if it is one. A server that an application or a test embeds is
 * not: such a JVM's name is the application's. Immutable.
 */
final class MailServer {

  private static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");
  private static final AttributeKey<String> SERVICE_VERSION =
      AttributeKey.stringKey("service.version");

  private final ServerKind kind;
  private final String version;

  private MailServer(ServerKind kind, String version) {
    this.kind = kind;
    this.version = version;
  }

  /** Null where this JVM is no mail server that we know. Never throws. */
  static MailServer running() {
    return of(System::getProperty);
  }

  /**
   * The mail server behind the properties {@code sun.java.command} and {@code java.class.path};
   * null if there is none, or if its jar cannot be read.
   */
  static MailServer of(Function<String, String> properties) {
    try {
      MainProgram program = MainProgram.of(properties);
      ServerKind kind = ServerKind.ofMainClass(program.mainClass());
      return kind == null ? null : new MailServer(kind, version(program, kind, properties));
    } catch (IOException | RuntimeException e) {
      // A jar that cannot be read, or a property that may not: the name is then upstream's guess.
      return null;
    }
  }

  /** {@code service.name}, and {@code service.version} where it is known. */
  Resource resource() {
    AttributesBuilder attributes = Attributes.builder().put(SERVICE_NAME, kind.serviceName());
    if (version != null) {
      attributes.put(SERVICE_VERSION, version);
    }
    return Resource.create(attributes.build());
  }

  private static String version(
      MainProgram program, ServerKind kind, Function<String, String> properties) {
    try {
      File jar = program.jar();
      if (jar == null) {
        jar = jarOf(program.mainClass(), properties.apply("java.class.path"));
      }
      return jar == null ? null : ServerVersion.in(jar, kind);
    } catch (IOException e) {
      return null;
    }
  }

  private static File jarOf(String mainClass, String classPath) {
    String entry = mainClass.replace('.', '/') + ".class";
    for (String path : classPath.split(File.pathSeparator)) {
      if (path.endsWith(".jar") && contains(new File(path), entry)) {
        return new File(path);
      }
    }
    return null;
  }

  private static boolean contains(File jar, String entry) {
    try (JarFile file = new JarFile(jar)) {
      return file.getEntry(entry) != null;
    } catch (IOException e) {
      // The JVM, too, passes over a class path entry that is missing or broken.
      return false;
    }
  }
}
