// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;

/** Jars, and from the test's class path the classes of one package, as classes of their own. */
class TestClasses extends URLClassLoader {

  private final ClassLoader tests = TestClasses.class.getClassLoader();
  private final String packageName;

  /**
   * @param name for people
   * @param packageName with a dot at its end
   */
  TestClasses(String name, URL[] jars, String packageName, ClassLoader parent) {
    super(name, jars, parent);
    this.packageName = packageName;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (!name.startsWith(packageName)) {
      return super.findClass(name);
    }
    try (InputStream in = tests.getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  @Override
  public URL findResource(String name) {
    return name.startsWith(packageName.replace('.', '/'))
        ? tests.getResource(name)
        : super.findResource(name);
  }
}
