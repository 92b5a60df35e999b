// SPDX-License-Identifier: EPL-2.0
/** A meter that runs: what clients see of it, what happens to it, what it does. */
package org.meterwright.views.virtual;
