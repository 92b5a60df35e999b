// SPDX-License-Identifier: EPL-2.0
/** What differs between two meters or two revisions, as a tree. */
package org.meterwright.views.compare;
