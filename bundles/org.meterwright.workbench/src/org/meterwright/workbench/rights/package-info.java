// SPDX-License-Identifier: EPL-2.0
/** The association matrix: who may do what, and where two associations differ. */
package org.meterwright.workbench.rights;
