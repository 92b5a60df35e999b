// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.cosemDsl.CompanionDecl;
import org.meterwright.dsl.cosemDsl.LayerDecl;
import org.meterwright.dsl.cosemDsl.PropertyDecl;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Entry;
import org.meterwright.dsl.elaborate.Items;
import org.meterwright.dsl.elaborate.Layer;
import org.meterwright.dsl.syntax.SyntaxFile;

/** The companions of a meter in its model, bases first, and which of them an item comes from. */
final class CompanionModels {
	private static final String DEVICE_TYPE = "device_type";

	private final Elaboration elaboration;
	private final Map<CompanionDecl, Companion> models = new LinkedHashMap<>();

	CompanionModels(Elaboration elaboration) {
		this.elaboration = elaboration;
	}

	/** Makes the elements. */
	void declare() {
		for (Items.ConformingTo each : elaboration.items().companions()) {
			Companion companion = CosemFactory.eINSTANCE.createCompanion();
			companion.setName(each.companion().getName());
			companion.setDeviceType(each.companion().getDeviceType());
			companion.getOrigins().add(SyntaxFile.place(each.companion(), Layer.COMPANION));
			String documentation = SyntaxFile.documentation(each.companion());
			companion.setDocumentation(documentation.isEmpty() ? null : documentation);
			each.base().map(models::get).ifPresent(base -> inherit(companion, base));
			models.put(each.companion(), companion);
			elaboration.model().getCompanions().add(companion);
		}
		for (Entry<PropertyDecl> entry : elaboration.items().of(PropertyDecl.class)) {
			if (entry.node().getName().equals(DEVICE_TYPE)) {
				of(entry).ifPresent(companion -> elaboration.values().fact(entry.node().getValue()).ifPresent(value -> deviceType(companion, value)));
			}
		}
	}

	private static void inherit(Companion companion, Companion base) {
		companion.setBase(base);
		if (companion.getDeviceType() == null) {
			companion.setDeviceType(base.getDeviceType());
		}
	}

	private static void deviceType(Companion companion, Value value) {
		if (value instanceof Value.Utf8 text) {
			companion.setDeviceType(text.text());
		}
	}

	/** Returns the companion that an item comes from, if it comes from one. */
	Optional<Companion> of(Entry<?> entry) {
		if (!entry.layer().kind().equals(Layer.COMPANION)) {
			return Optional.empty();
		}
		EObject owner = entry.layer().owner();
		return owner instanceof LayerDecl layer ? target(layer) : Optional.ofNullable(models.get(owner));
	}

	private Optional<Companion> target(LayerDecl layer) {
		return models.entrySet().stream().filter(each -> each.getKey().getName().equals(layer.getTarget())
				|| each.getKey().getName().endsWith("." + layer.getTarget())).map(Map.Entry::getValue).findFirst();
	}

	/** Tells whether the meter wants the objects of the companion that an item comes from. */
	boolean completes(Entry<?> entry) {
		Optional<Companion> companion = of(entry);
		return elaboration.items().companions().stream().anyMatch(each -> each.complete() && companion.filter(it -> it == models.get(each.companion())).isPresent());
	}
}
