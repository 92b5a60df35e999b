// SPDX-License-Identifier: EPL-2.0
/** What happens after what: events, conditions, logs, scripts, push set-ups, Alerts and their destinations, laid out as a drawing. */
package org.meterwright.views.flow;
