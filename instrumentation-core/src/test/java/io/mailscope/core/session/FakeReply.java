// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.session;

enum FakeReply {
  NONE,
  CLIENT_FAULT,
  SERVER_FAULT
}
