// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random.fault;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Values;

/** Faults of references between objects. */
final class ReferenceFaults {
	private static final int SCRIPT_NOBODY_HAS = 4711;
	private static final int BEYOND_CLASSES = 77;

	private ReferenceFaults() {
	}

	static List<FaultKind> kinds() {
		return List.of(
				FaultKind.of("reference-to-nothing", "A reference leads to a logical name that no object has.", "REF PUSH PROF MON", ReferenceFaults::toNothing),
				FaultKind.of("reference-class", "A reference names another class than the object has.", "REF PUSH PROF MON", ReferenceFaults::ofClass),
				FaultKind.of("reference-attribute", "A reference names an attribute that the class does not have.", "REF PUSH PROF MON", meter -> member(meter, "attribute_index")),
				FaultKind.of("reference-data-index", "A reference names an element of an attribute that has none.", "REF PUSH PROF", ReferenceFaults::dataIndex),
				FaultKind.of("reference-alone", "An attribute that names one object names nothing.", "REF", ReferenceFaults::alone),
				FaultKind.of("script-selector", "A script that is run is not in its table.", "REF SCRIPT SCHED MON", meter -> Models.scriptReferences(meter).map(part -> part.site(() -> part.set("script_selector", SCRIPT_NOBODY_HAS)))),
				FaultKind.of("script-table", "A script that is run is in a table that is not there.", "REF SCRIPT SCHED MON",
						meter -> Models.scriptReferences(meter).map(part -> part.site(() -> part.set("script_logical_name", Values.logicalName(Models.NOWHERE))))),
				FaultKind.of("used-object-lost", "An object is gone that others refer to.", "REF PROF PUSH MON EVENT SCRIPT SCHED ID COMP", ReferenceFaults::usedLost));
	}

	private static Stream<Site> toNothing(Meter meter) {
		return Models.references(meter).map(part -> part.site(() -> part.set("logical_name", Values.logicalName(Models.NOWHERE))));
	}

	private static Stream<Site> ofClass(Meter meter) {
		return Models.references(meter).map(part -> part.site(() -> part.set("class_id", part.number("class_id").orElse(0L) == 4 ? 5 : 4)));
	}

	private static Stream<Site> member(Meter meter, String field) {
		return Models.references(meter).filter(part -> part.get(field).isPresent()).map(part -> part.site(() -> part.set(field, BEYOND_CLASSES)));
	}

	private static Stream<Site> dataIndex(Meter meter) {
		return Models.references(meter).filter(part -> part.number("data_index").orElse(-1L) == 0 && isNumber(part)).map(part -> part.site(() -> part.set("data_index", 3)));
	}

	private static boolean isNumber(Part reference) {
		Optional<CosemObject> target = Models.target(reference);
		int index = reference.number("attribute_index").orElse(0L).intValue();
		return target.flatMap(object -> CosemObjects.attribute(object, index)).map(attribute -> attribute.getType())
				.filter(type -> type != null && type.bare() instanceof DataType.Simple simple && simple.tag().isInteger()).isPresent();
	}

	private static Stream<Site> alone(Meter meter) {
		return Models.parts(meter).filter(part -> part.field().endsWith("_reference") && part.logicalName().isPresent() && isThere(part))
				.map(part -> part.site(() -> part.set(Values.logicalName(Models.NOWHERE))));
	}

	private static boolean isThere(Part part) {
		return Models.device(part.object()).getObjects().stream().anyMatch(object -> object.getLogicalName().equals(part.logicalName().orElseThrow()));
	}

	private static Stream<Site> usedLost(Meter meter) {
		Set<CosemObject> used = new LinkedHashSet<>();
		Models.references(meter).forEach(part -> Models.target(part).filter(target -> target != part.object()).ifPresent(used::add));
		return used.stream().map(object -> Models.site(object, Models::remove));
	}
}
