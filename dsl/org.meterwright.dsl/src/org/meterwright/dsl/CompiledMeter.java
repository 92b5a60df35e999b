// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Meter;
import org.meterwright.dsl.elaborate.Items;
import org.meterwright.dsl.elaborate.Symbols;
import org.meterwright.rules.Finding;
import org.meterwright.scenario.Scenario;

/**
 * A meter in one variant.
 *
 * @param name     name of the meter
 * @param variant  name of the variant; none: no switch is on
 * @param model    the COSEM model; where edits only move what it came from, it is kept, and its places move along; where they only change values,
 *                 it is kept too, with the new values
 * @param findings findings on this variant, of elaboration and rules, sorted by place
 * @param items    what the meter consists of, for views of the text
 * @param symbols  its names, for completion
 * @param scenarios scenarios that are for this variant, and can be played
 * @param revision what stands for all that the model says: whoever keeps something that was made of a model compares this, not the model
 */
public record CompiledMeter(String name, Optional<String> variant, Meter model, List<Finding> findings, Items items, Symbols symbols, List<Scenario> scenarios, Object revision) {

	/** Returns this meter with other findings. */
	public CompiledMeter with(List<Finding> others) {
		return new CompiledMeter(name, variant, model, others, items, symbols, scenarios, revision);
	}
}
