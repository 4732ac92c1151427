// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.server;

import java.lang.reflect.Method;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.HookReturnCode;

/** What James' hooks return: a number until 3.0, an object since. */
final class JamesHookResult {

  private static final int OK = 1;

  private static final Method getResult = method(HookResult.class, "getResult");
  private static final Method getAction = method(HookReturnCode.class, "getAction");

  private JamesHookResult() {}

  /** Whether the hook took the message, as far as is known. */
  static boolean isOk(HookResult result) {
    Object code = result == null ? null : call(getResult, result);
    if (code instanceof Integer) {
      return ((Integer) code & OK) != 0;
    }
    Object action = code == null ? null : call(getAction, code);
    return action == null || action.toString().equals("OK");
  }

  static Method method(Class<?> type, String name) {
    try {
      return type.getMethod(name);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  static Object call(Method method, Object target) {
    try {
      return method == null ? null : method.invoke(target);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
