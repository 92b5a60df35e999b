// SPDX-License-Identifier: EPL-2.0
/** From a meter in words to one that runs on this computer, and from what came of its scenarios to what they show. */
package org.meterwright.dsl.play;
