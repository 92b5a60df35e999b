// SPDX-License-Identifier: EPL-2.0
/** Projects: the wizard that makes one. */
package org.meterwright.workbench.project;
