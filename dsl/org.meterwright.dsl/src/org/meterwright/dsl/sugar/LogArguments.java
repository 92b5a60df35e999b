// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.ArrayList;
import java.util.List;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.cosemDsl.LogStep;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Scope;

/** The values that a step gives a log to record besides the time, by the types of its stored columns. */
final class LogArguments {
	private final Elaboration elaboration;
	private final LogColumns columns = new LogColumns();

	LogArguments(Elaboration elaboration) {
		this.elaboration = elaboration;
	}

	/** Converts the values after {@code with}. */
	List<Value> written(LogStep step, CosemObject log, Scope scope) {
		List<Attribute> stored = columns.of(log);
		if (step.getArguments().size() > stored.size()) {
			elaboration.report().report("MW-LANG-221", step, "%s records %d values besides the time, not %d".formatted(log.getName(), stored.size(),
					step.getArguments().size()));
			return List.of();
		}
		List<Value> values = new ArrayList<>();
		for (int i = 0; i < step.getArguments().size(); i++) {
			elaboration.values().convert(step.getArguments().get(i), stored.get(i).getType(), scope).ifPresent(values::add);
		}
		return values;
	}
}
