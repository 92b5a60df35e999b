// SPDX-License-Identifier: EPL-2.0
/** Rules on the COSEM model and the findings that they give. */
package org.meterwright.rules;
