// SPDX-License-Identifier: EPL-2.0
/** Who may do what: objects and attributes against associations. */
package org.meterwright.views.rights;
