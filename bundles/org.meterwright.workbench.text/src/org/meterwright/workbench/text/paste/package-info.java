// SPDX-License-Identifier: EPL-2.0
/** Paste that knows what it pastes. */
package org.meterwright.workbench.text.paste;
