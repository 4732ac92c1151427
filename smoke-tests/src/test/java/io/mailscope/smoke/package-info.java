// SPDX-License-Identifier: Apache-2.0
/**
 * The shipped jar on unmodified mail servers. A product has one class over {@link
 * io.mailscope.smoke.MailServerSmokeTest}; what concerns the agent alone runs on one server.
 */
package io.mailscope.smoke;
