// SPDX-License-Identifier: EPL-2.0
/** The RCP application: perspectives, views, wizards. */
package org.meterwright.workbench;
