// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

/** Why the demo cannot go on, in one line for the user. */
final class DemoFailure extends RuntimeException {

  DemoFailure(String line) {
    super(line);
  }

  DemoFailure(String line, Throwable cause) {
    super(line, cause);
  }
}
