// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.matrix;

import io.mailscope.hook.Hook;
import io.mailscope.hook.HookedType;
import io.mailscope.hook.MailInstrumentationModule;
import io.opentelemetry.javaagent.tooling.muzzle.InstrumentationModuleMuzzle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;

/** A server of one version whose classes were advised and loaded, and which methods that met. */
final class AdvisedRelease {

  private final Map<Hook, Set<String>> methods = new LinkedHashMap<>();
  private final TransformErrors errors = new TransformErrors();

  private AdvisedRelease() {}

  /** Advises and initialises all that the module names, and its helpers beside it. */
  static AdvisedRelease of(MailInstrumentationModule module, Release release) {
    AdvisedRelease advised = new AdvisedRelease();
    try (ServerLoader loader = new ServerLoader(release)) {
      Instrumentation instrumentation = ByteBuddyAgent.install();
      ClassFileTransformer transformer =
          advised.agentBuilder(module, loader).installOnByteBuddyAgent();
      try {
        for (HookedType type : module.hookedTypes()) {
          type.typeNames().forEach(name -> load(name, loader));
          if (type.withSubclasses()) {
            type.typeNames().forEach(name -> loader.neighbours(name).forEach(n -> load(n, loader)));
          }
        }
      } finally {
        instrumentation.removeTransformer(transformer);
      }
      InstrumentationModuleMuzzle.getHelperClassNames(module).forEach(name -> load(name, loader));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return advised;
  }

  /** The methods of each hook, in the module's order; none for a hook that met nothing. */
  Map<Hook, Set<String>> methods() {
    return methods;
  }

  /** What went wrong in transforming. */
  List<String> errors() {
    return errors.all();
  }

  private AgentBuilder agentBuilder(MailInstrumentationModule module, ClassLoader loader) {
    AgentBuilder builder =
        new AgentBuilder.Default(
                new ByteBuddy().with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE))
            .with(AgentBuilder.DescriptionStrategy.Default.POOL_ONLY)
            .with(AgentBuilder.TypeStrategy.Default.DECORATE)
            .disableClassFormatChanges()
            .with(errors)
            .ignore(ElementMatchers.none());
    ClassFileLocator advice =
        new InlinedAdvice(ClassFileLocator.ForClassLoader.of(module.getClass().getClassLoader()));
    for (HookedType type : module.hookedTypes()) {
      for (Hook hook : Hook.of(type)) {
        builder =
            builder
                .type(type.typeMatcher(), ElementMatchers.is(loader))
                .transform(
                    new AgentBuilder.Transformer.ForAdvice()
                        .include(advice)
                        .advice(recorded(hook), hook.advice()));
      }
    }
    return builder;
  }

  private ElementMatcher<MethodDescription> recorded(Hook hook) {
    Set<String> met = methods.computeIfAbsent(hook, key -> new TreeSet<>());
    return method -> {
      boolean matches = !method.isAbstract() && hook.methods().matches(method);
      if (matches) {
        met.add(Signature.of(method));
      }
      return matches;
    };
  }

  private static void load(String name, ClassLoader loader) {
    try {
      Class.forName(name, true, loader);
    } catch (ClassNotFoundException e) {
      // The hook's table says so: it met nothing.
    }
  }
}
