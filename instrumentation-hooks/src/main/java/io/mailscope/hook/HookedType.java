// SPDX-License-Identifier: Apache-2.0
package io.mailscope.hook;

import static java.util.Arrays.asList;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;

import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * A server class that is advised, found by its exact name. Each piece of advice that {@link
 * #transform} applies is a <em>hook</em>; one that meets no method is reported at the start, so
 * that a server that was renamed inside does not go dark unnoticed.
 */
public abstract class HookedType implements TypeInstrumentation {

  private final List<String> typeNames;

  /**
   * @param typeNames the class by its fully qualified name; several where a version or a copy of
   *     the server has it under another name: one of them is enough
   */
  protected HookedType(String... typeNames) {
    this.typeNames = Collections.unmodifiableList(asList(typeNames));
  }

  /** The names of the class. */
  public final List<String> typeNames() {
    return typeNames;
  }

  /**
   * Names what this type's hooks are for, where other types of the module do the same for other
   * versions of the server: then it is enough that one of them is met. Null: no other does.
   */
  public String alternative() {
    return null;
  }

  /**
   * Whether {@link #typeMatcher()} is for the classes that extend it too. Then a method that it
   * declares abstract counts as met, for they implement it.
   */
  public boolean withSubclasses() {
    return false;
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return namedOneOf(typeNames.toArray(new String[0]));
  }
}
