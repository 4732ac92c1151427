// SPDX-License-Identifier: Apache-2.0
/**
 * What runs tests of a server on that server's own class path, with its own JUnit (1.5 of the
 * platform and later), and writes down what came of each. Knows nothing of who reads it.
 */
package io.mailscope.suite.run;
