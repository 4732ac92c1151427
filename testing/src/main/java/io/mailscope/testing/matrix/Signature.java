// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.matrix;

import java.util.stream.Collectors;
import net.bytebuddy.description.method.MethodDescription;

/** A method for people: {@code SmtpManager.send(SmtpState)}. */
final class Signature {

  private Signature() {}

  static String of(MethodDescription method) {
    String type = simpleName(method.getDeclaringType().asErasure().getName());
    String parameters =
        method.getParameters().asTypeList().asErasures().stream()
            .map(parameter -> simpleName(parameter.getActualName()))
            .collect(Collectors.joining(", "));
    return (method.isConstructor() ? "new " + type : type + "." + method.getName())
        + "("
        + parameters
        + ")";
  }

  private static String simpleName(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
