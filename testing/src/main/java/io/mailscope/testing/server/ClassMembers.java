// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * What a class file says, member by member: a JVM that is asked for a loaded class gives its
 * methods and constants in another order each time.
 */
final class ClassMembers extends ClassVisitor {

  private final Map<String, ClassWriter> methods = new TreeMap<>();
  private final Map<String, String> members = new TreeMap<>();

  private ClassMembers() {
    super(Opcodes.ASM9);
  }

  /** Super types, fields, and a digest of each method's code, by the member's name. */
  static Map<String, String> of(byte[] classFile) {
    ClassMembers visitor = new ClassMembers();
    new ClassReader(classFile).accept(visitor, ClassReader.SKIP_DEBUG);
    visitor.methods.forEach(
        (method, code) -> visitor.members.put(method, digest(code.toByteArray())));
    return visitor.members;
  }

  @Override
  public void visit(
      int version, int access, String name, String generic, String parent, String[] interfaces) {
    members.put(
        "class", access + " extends " + parent + " implements " + Arrays.asList(interfaces));
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String generic, Object value) {
    members.put(name, access + " " + descriptor + " = " + value);
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String generic, String[] exceptions) {
    ClassWriter alone = new ClassWriter(0);
    alone.visit(Opcodes.V1_8, 0, "Alone", null, "java/lang/Object", null);
    methods.put(name + descriptor, alone);
    return alone.visitMethod(access, name, descriptor, null, exceptions);
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
