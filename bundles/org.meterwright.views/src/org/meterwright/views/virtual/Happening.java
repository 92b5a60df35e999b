// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.virtual;

import java.util.Optional;

import org.meterwright.cosem.value.Origin;
import org.meterwright.scenario.Told;
import org.meterwright.views.frames.FrameNode;

/**
 * What the meter did.
 *
 * @param time    time of the meter, as 2026-11-01 12:00:00
 * @param kind    what it is
 * @param words   what it did, with the names of the model
 * @param message what it sent, taken apart
 * @param place   where the text speaks of it
 */
public record Happening(String time, Told.Kind kind, String words, Optional<FrameNode> message, Optional<Origin> place) {
}
