// SPDX-License-Identifier: EPL-2.0
/** Generated C, compiled with the user's compiler to see that it is clean there too. */
package org.meterwright.workbench.compiler;
