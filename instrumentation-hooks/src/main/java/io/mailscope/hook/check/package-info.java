// SPDX-License-Identifier: Apache-2.0
/**
 * What the agent says about itself when it meets a server: which of its hooks are in place.
 *
 * <p>Where muzzle finds that a version of a server lacks what a module needs, the stock agent
 * leaves the module out without a word; and advice that meets no method is no error to it. Both
 * would leave a dashboard empty with nothing to tell it from a quiet day.
 */
package io.mailscope.hook.check;
