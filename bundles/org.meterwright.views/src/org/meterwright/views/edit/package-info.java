// SPDX-License-Identifier: EPL-2.0
/** Edits of a model that become edits of its text. */
package org.meterwright.views.edit;
