// SPDX-License-Identifier: EPL-2.0
/** Push and Alert flow: a drawing of what happens after what. */
package org.meterwright.workbench.flow;
