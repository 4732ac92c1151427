// SPDX-License-Identifier: Apache-2.0

/** What an operator might add to James 3.8: users in a database, and a hook of SMTP. */
package io.mailscope.servers.james.jdbc;
