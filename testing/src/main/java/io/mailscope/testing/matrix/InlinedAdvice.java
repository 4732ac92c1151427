// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.matrix;

import java.io.IOException;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Advice that is inlined, whatever it says itself: so does the agent with it, and only so does the
 * JVM's verifier see its code between the server's.
 */
final class InlinedAdvice implements ClassFileLocator {

  private static final String PACKAGE = Type.getDescriptor(Advice.class).replace(";", "$OnMethod");

  private final ClassFileLocator delegate;

  InlinedAdvice(ClassFileLocator delegate) {
    this.delegate = delegate;
  }

  @Override
  public Resolution locate(String name) throws IOException {
    Resolution resolution = delegate.locate(name);
    if (!resolution.isResolved() || !name.endsWith("Advice")) {
      return resolution;
    }
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(resolution.resolve()).accept(new Methods(writer), 0);
    return new Resolution.Explicit(writer.toByteArray());
  }

  @Override
  public void close() throws IOException {
    delegate.close();
  }

  private static final class Methods extends ClassVisitor {

    Methods(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
          AnnotationVisitor values = super.visitAnnotation(annotation, visible);
          return annotation.startsWith(PACKAGE) ? new Inline(values) : values;
        }
      };
    }
  }

  private static final class Inline extends AnnotationVisitor {

    Inline(AnnotationVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(String name, Object value) {
      super.visit(name, name.equals("inline") ? Boolean.TRUE : value);
    }
  }
}
