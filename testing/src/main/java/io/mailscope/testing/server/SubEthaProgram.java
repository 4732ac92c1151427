// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.util.concurrent.CountDownLatch;

/** An application with a SubEtha of any version in it, which {@link SubEthaProcess} starts. */
final class SubEthaProgram {

  static final String READY = "SubEtha listens on ";

  private SubEthaProgram() {}

  /**
   * Runs until it is told to end.
   *
   * @param arguments the version
   */
  public static void main(String[] arguments) throws InterruptedException {
    SubEthaServer server =
        SubEthaServer.create(arguments[0])
            .validator(
                (self, user, password) -> {
                  if (!user.equals(SubEthaProcess.USER)
                      || !password.equals(SubEthaProcess.PASSWORD)) {
                    throw self.loginFailed();
                  }
                })
            .start();
    System.out.println(READY + server.port());
    new CountDownLatch(1).await();
  }
}
