// SPDX-License-Identifier: Apache-2.0
package io.mailscope.hook;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;

/**
 * One piece of advice and the methods it is for. It is looked up in class files, so neither the
 * server's class nor the advice is loaded. Immutable and thread-safe.
 */
public final class Hook {

  private static final String ADVICE = "Advice";

  private final HookedType type;
  private final ElementMatcher<? super MethodDescription> methods;
  private final String advice;

  Hook(HookedType type, ElementMatcher<? super MethodDescription> methods, String advice) {
    this.type = type;
    this.methods = methods;
    this.advice = advice;
  }

  /** The hooks of a type, in the order of its {@code transform}. */
  public static List<Hook> of(HookedType type) {
    HookRecorder recorder = new HookRecorder(type);
    type.transform(recorder);
    return recorder.hooks();
  }

  /** The server's class and the advice's name, for people: {@code SmtpConnection#ReadLine}. */
  public String name() {
    String typeName = type.typeNames().get(0);
    String name = advice.substring(Math.max(advice.lastIndexOf('$'), advice.lastIndexOf('.')) + 1);
    return typeName.substring(typeName.lastIndexOf('.') + 1)
        + "#"
        + (name.endsWith(ADVICE) ? name.substring(0, name.length() - ADVICE.length()) : name);
  }

  /** {@link HookedType#alternative()} of its type, or null. */
  public String alternative() {
    return type.alternative();
  }

  /** The type that it belongs to. */
  public HookedType type() {
    return type;
  }

  /** The class name of the advice. */
  public String advice() {
    return advice;
  }

  /** The matcher of the methods that it is for. */
  public ElementMatcher<? super MethodDescription> methods() {
    return methods;
  }

  /** The methods that it meets; empty if there is no such class or method. */
  public List<MethodDescription> methodsMet(TypePool server) {
    List<MethodDescription> met = new ArrayList<>();
    for (String typeName : type.typeNames()) {
      TypePool.Resolution resolution = server.describe(typeName);
      if (resolution.isResolved()) {
        TypeDescription description = resolution.resolve();
        for (MethodDescription method : description.getDeclaredMethods()) {
          if (canBeMet(method) && methods.matches(method)) {
            met.add(method);
          }
        }
      }
    }
    return met;
  }

  private boolean canBeMet(MethodDescription method) {
    return !method.isNative() && (!method.isAbstract() || type.withSubclasses());
  }
}
