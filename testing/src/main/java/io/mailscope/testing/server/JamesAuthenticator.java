// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

/** Who decides about credentials in the place of James' hooks. */
public interface JamesAuthenticator {

  /**
   * Called as often as James calls its hooks.
   *
   * @param method the hook's: {@code doAuth}, {@code doSasl}, {@code doDelegation}; of POP3 {@code
   *     auth}
   * @param user as James has it; null for a token
   * @param secret null for a delegation
   * @return {@code OK}, {@code DENY}, {@code DENYSOFT}, {@code DECLINED}, {@code DISCONNECT}
   */
  String check(String method, Object user, String secret) throws Exception;
}
