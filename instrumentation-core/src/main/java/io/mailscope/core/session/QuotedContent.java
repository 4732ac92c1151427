// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.session;

import java.io.UnsupportedEncodingException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

/**
 * Tells the exceptions whose messages quote mail: those of a mail library, which name the header
 * field or address that it could not parse, and those that name the charset a message asks for.
 */
final class QuotedContent {

  private static final int MAX_CAUSES = 8;

  private QuotedContent() {}

  /** Whether the message can hold mail content, its own or that of a cause that it repeats. */
  static boolean isIn(Throwable failure) {
    int depth = 0;
    for (Throwable t = failure; t != null && depth < MAX_CAUSES; t = t.getCause()) {
      if (t instanceof UnsupportedEncodingException
          || t instanceof UnsupportedCharsetException
          || t instanceof IllegalCharsetNameException
          || isOfMailLibrary(t.getClass())) {
        return true;
      }
      depth++;
    }
    return false;
  }

  private static boolean isOfMailLibrary(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      String name = c.getName();
      if (name.startsWith("javax.mail.")
          || name.startsWith("jakarta.mail.")
          || name.startsWith("com.sun.mail.")
          || name.startsWith("org.eclipse.angus.mail.")
          || name.startsWith("org.apache.james.mime4j.")) {
        return true;
      }
    }
    return false;
  }
}
