// SPDX-License-Identifier: Apache-2.0
package io.mailscope.james;

import io.mailscope.hook.HookedType;

/**
 * A class of James' that several protocols advise, each by advice of its own, which is nested in
 * one class of the protocol's.
 */
public abstract class SharedType extends HookedType {

  private final String advice;

  /**
   * @param advice the class in which the protocol's advice is nested, by its name
   * @param typeName James' class
   */
  protected SharedType(String advice, String typeName) {
    super(typeName);
    this.advice = advice;
  }

  /** The class name of a piece of the protocol's advice. */
  protected final String advice(String name) {
    return advice + "$" + name + "Advice";
  }
}
