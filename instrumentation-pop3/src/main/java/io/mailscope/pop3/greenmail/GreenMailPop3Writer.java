// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.greenmail;

import com.icegreen.greenmail.pop3.Pop3Connection;
import java.io.PrintWriter;
import java.lang.reflect.Field;

/**
 * The writer behind GreenMail's connection. It swallows every I/O error, so that asking it is the
 * only way to learn that a client is gone. Its field changed its name in 1.5, hence by type.
 */
final class GreenMailPop3Writer {

  private static final Field writer = field();

  private GreenMailPop3Writer() {}

  /** Whether a write to the client has failed; false where GreenMail does not tell. */
  static boolean isBroken(Pop3Connection connection) {
    try {
      Object found = writer == null ? null : writer.get(connection);
      return found instanceof PrintWriter && ((PrintWriter) found).checkError();
    } catch (IllegalAccessException e) {
      return false;
    }
  }

  private static Field field() {
    try {
      for (Field field : Pop3Connection.class.getDeclaredFields()) {
        if (PrintWriter.class.isAssignableFrom(field.getType())) {
          field.setAccessible(true);
          return field;
        }
      }
    } catch (RuntimeException e) {
      // Not to be had: then clients count as there.
    }
    return null;
  }
}
