// SPDX-License-Identifier: Apache-2.0
package io.mailscope.build;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.opentelemetry.javaagent.tooling.muzzle.generation.MuzzleCodeGenerationPlugin;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;

/**
 * Lets {@code byte-buddy-maven-plugin} run OpenTelemetry's muzzle reference generation.
 *
 * <p>Upstream's plugin is made for Gradle and wants a {@link URLClassLoader}; the Maven plugin
 * offers the class path as files. This class translates between the two and does nothing else.
 */
public final class MuzzlePlugin implements Plugin {

  private final MuzzleCodeGenerationPlugin muzzle;

  /**
   * Called by {@code byte-buddy-maven-plugin}, which recognises the constructor by its argument.
   *
   * @param classPath the class path of the module that is built
   */
  public MuzzlePlugin(File[] classPath) throws MalformedURLException {
    URL[] urls = new URL[classPath.length];
    for (int i = 0; i < classPath.length; i++) {
      urls[i] = classPath[i].toURI().toURL();
    }
    muzzle =
        new MuzzleCodeGenerationPlugin(
            new URLClassLoader(urls, MuzzlePlugin.class.getClassLoader()));
  }

  /**
   * A module of an earlier build, which javac had no reason to compile again, has its references.
   */
  @Override
  public boolean matches(TypeDescription type) {
    return type.getDeclaredMethods().filter(named("getMuzzleReferences")).isEmpty()
        && muzzle.matches(type);
  }

  @Override
  public DynamicType.Builder<?> apply(
      DynamicType.Builder<?> builder, TypeDescription type, ClassFileLocator locator) {
    return muzzle.apply(builder, type, locator);
  }

  @Override
  public void close() throws IOException {
    muzzle.close();
  }
}
