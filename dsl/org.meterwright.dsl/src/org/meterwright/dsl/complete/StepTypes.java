// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.complete;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.meterwright.cosem.StepElement;
import org.meterwright.cosem.UseCaseStep;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.type.DataType;
import org.meterwright.dsl.elaborate.SilentTypes;

/** The type of an attribute, by the parts that use cases carry of it. */
final class StepTypes {
	private static final Pattern PATH = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");

	private final Map<String, StepTypes> fields = new LinkedHashMap<>();
	private DataType leaf;

	private StepTypes() {
	}

	/** Returns the type that the first of some steps tells whose parts have names alone; none: their parts are tables, or nothing is said. */
	static Optional<DataType> of(List<UseCaseStep> steps) {
		return steps.stream().filter(step -> step.getVerb() != Verb.CALL && !step.getElements().isEmpty()).flatMap(step -> whole(step).stream()).findFirst();
	}

	private static Optional<DataType> whole(UseCaseStep step) {
		StepTypes root = new StepTypes();
		for (StepElement element : step.getElements()) {
			// behind a comma stands the variant that has the part
			if (!element.getPath().contains(",")) {
				if (!PATH.matcher(element.getPath()).matches() || element.getType() == null || SilentTypes.isOpen(element.getType())) {
					return Optional.empty();
				}
				root.add(List.of(element.getPath().split("\\.")), element.getType());
			}
		}
		return root.fields.size() == 1 ? root.fields.values().iterator().next().type() : Optional.empty();
	}

	private void add(List<String> path, DataType type) {
		if (path.isEmpty()) {
			leaf = type;
		} else {
			fields.computeIfAbsent(path.getFirst(), name -> new StepTypes()).add(path.subList(1, path.size()), type);
		}
	}

	private Optional<DataType> type() {
		if (fields.isEmpty()) {
			return Optional.ofNullable(leaf);
		}
		List<DataType.Field> parts = new ArrayList<>();
		fields.forEach((name, part) -> part.type().ifPresent(type -> parts.add(new DataType.Field(name, type))));
		return Optional.of(new DataType.StructureOf(parts));
	}
}
