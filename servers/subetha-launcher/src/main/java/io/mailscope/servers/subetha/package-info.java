// SPDX-License-Identifier: Apache-2.0

/** What stands on the class path of an unmodified SubEtha SMTP to run it in tests. */
package io.mailscope.servers.subetha;
