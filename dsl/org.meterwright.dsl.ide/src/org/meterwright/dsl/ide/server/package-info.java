// SPDX-License-Identifier: EPL-2.0
/** The language server: the language services over the language server protocol, for editors of all kinds. */
package org.meterwright.dsl.ide.server;
