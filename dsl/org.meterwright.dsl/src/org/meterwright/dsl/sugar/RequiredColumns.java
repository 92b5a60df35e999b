// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.dsl.cosemDsl.CaptureLine;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.Segment;
import org.meterwright.dsl.cosemDsl.Target;
import org.meterwright.dsl.sugar.RequiredObjects.Required;

/** What a companion wants a profile to capture, as elements of capture_objects: of objects that the meter may lack too. */
final class RequiredColumns {
	private static final int VALUE = 2;

	private final RequiredObjects required;

	RequiredColumns(RequiredObjects required) {
		this.required = required;
	}

	/** Returns the elements of a line; of a family the member that goes with the profile, if the profile is one of a family. */
	List<Value> of(CaptureLine line, Required profile) {
		List<Value> elements = new ArrayList<>();
		for (Target target : line.getColumns()) {
			if (target.getRef() != null) {
				columns(target.getRef(), profile).forEach(column -> attribute(column, target.getRef()).ifPresent(index -> elements.add(element(column, index))));
			}
		}
		return elements;
	}

	private List<Required> columns(Ref ref, Required profile) {
		List<Required> found = required.find(ref);
		Segment head = ref.getSegments().getFirst();
		String binder = profile.declaration().getFamily() == null ? null : profile.declaration().getFamily().getBinder();
		boolean bound = head.getIndex() != null && binder != null && binder.equals(head.getIndex().getAt());
		return bound ? required.all().stream().filter(each -> each.declaration().getName().equals(head.getName()) && each.index().equals(profile.index())).toList() : found;
	}

	private Optional<Integer> attribute(Required column, Ref ref) {
		if (ref.getSegments().size() < 2) {
			return Optional.of(VALUE);
		}
		String member = ref.getSegments().getLast().getName();
		Optional<Integer> index = column.attribute(member).map(AttributeDefinition::getIndex);
		if (index.isEmpty()) {
			required.unknown(column, ref.getSegments().getLast(), member);
		}
		return index;
	}

	private static Value element(Required column, int attribute) {
		return Values.structure(Values.longUnsigned(column.classId()), Values.logicalName(column.logicalName()), Values.integer(attribute), Values.longUnsigned(0));
	}
}
