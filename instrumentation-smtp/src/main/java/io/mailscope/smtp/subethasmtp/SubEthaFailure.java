// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

/** Tells SubEtha's exceptions apart, by their names. */
final class SubEthaFailure {

  // What the handler for lambdas makes of a RuntimeException, which it then forgets.
  private static final String LISTENER_FAILED = "message could not be accepted: ";

  private SubEthaFailure() {}

  /** Whether it is what the server's user throws to refuse something. */
  static boolean isRefusal(Throwable failure) {
    for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
      String name = type.getName();
      if (name.endsWith(".RejectException") || name.endsWith(".TooMuchDataException")) {
        return name.startsWith(SubEthaTypes.SUBETHA)
            || name.startsWith(SubEthaTypes.FAKE_SMTP_SERVER);
      }
    }
    return false;
  }

  /** Whether it is a refusal that stands for a listener that failed. */
  static boolean isOfListener(Throwable failure) {
    return failure != null
        && failure.getMessage() != null
        && failure.getMessage().startsWith(LISTENER_FAILED)
        && isRefusal(failure);
  }
}
