// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.greenmail;

import com.icegreen.greenmail.mail.MovingMessage;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Collection;

/**
 * What GreenMail's message says about itself, where the way to ask changed between versions: by
 * reflection, once per message, since no one signature links against all of them.
 */
public final class GreenMailMessage {

  private static final int HEADER_LINES = 2;

  // java.util.List until 2.1.4, java.util.Set since.
  private static final Method toAddresses = method(MovingMessage.class, "getToAddresses");
  // javax.mail until 1.6, jakarta.mail since 2.0.
  private static final Method mimeMessage = method(MovingMessage.class, "getMessage");
  private static final Method messageId =
      mimeMessage == null ? null : method(mimeMessage.getReturnType(), "getMessageID");
  // Only until 1.6.2.
  private static final Field content = field("content");

  private GreenMailMessage() {}

  /** The number of recipients, or 0 where GreenMail does not tell. */
  static int recipients(MovingMessage message) {
    Object addresses = call(toAddresses, message);
    return addresses instanceof Collection ? ((Collection<?>) addresses).size() : 0;
  }

  /** The message's {@code Message-ID}, or null. */
  static String messageId(MovingMessage message) {
    Object mime = call(mimeMessage, message);
    Object id = mime == null ? null : call(messageId, mime);
    return id == null ? null : id.toString();
  }

  /** Size of the content without the two header lines that GreenMail puts before it. */
  public static long sizeOfContent(Object message) {
    Object text = null;
    try {
      text = content == null ? null : content.get(message);
    } catch (IllegalAccessException e) {
      // Stays unknown.
    }
    if (!(text instanceof String)) {
      return -1;
    }
    String whole = (String) text;
    int from = 0;
    for (int line = 0; line < HEADER_LINES; line++) {
      from = whole.indexOf('\n', from) + 1;
    }
    return whole.length() - from;
  }

  private static Object call(Method method, Object target) {
    try {
      return method == null ? null : method.invoke(target);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  private static Method method(Class<?> type, String name) {
    try {
      return type.getMethod(name);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private static Field field(String name) {
    try {
      Field field = MovingMessage.class.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException | RuntimeException e) {
      return null;
    }
  }
}
