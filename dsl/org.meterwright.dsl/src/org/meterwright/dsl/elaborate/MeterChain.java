// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.meterwright.dsl.cosemDsl.CompanionDecl;
import org.meterwright.dsl.cosemDsl.Conformance;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.LayerDecl;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.elaborate.Declarations.Sort;
import org.meterwright.dsl.elaborate.Items.ConformingTo;
import org.meterwright.dsl.syntax.SyntaxFile;

/** What stands behind a meter: the meters that it extends, the companions that it conforms to with their bases, and the layers of each. */
final class MeterChain {
	private final Names names;
	private final Report report;
	private final List<MeterDecl> meters = new ArrayList<>();
	private final Map<CompanionDecl, ConformingTo> companions = new LinkedHashMap<>();

	MeterChain(MeterDecl meter, Names names, Report report) {
		this.names = names;
		this.report = report;
		Set<EObject> seen = new LinkedHashSet<>();
		Optional<MeterDecl> at = Optional.of(meter);
		while (at.isPresent() && seen.add(at.get())) {
			meters.addFirst(at.get());
			at = base(at.get(), seen);
		}
		for (MeterDecl each : meters) {
			each.getConforms().forEach(this::conform);
		}
	}

	private Optional<MeterDecl> base(MeterDecl meter, Set<EObject> seen) {
		if (meter.getBase() == null) {
			return Optional.empty();
		}
		Optional<MeterDecl> base = names.one(Sort.METER, meter, CosemDslPackage.eINSTANCE.getMeterDecl_Base(), meter.getBase(), MeterDecl.class);
		if (base.isPresent() && seen.contains(base.get())) {
			cycle(meter, CosemDslPackage.eINSTANCE.getMeterDecl_Base(), "meter %s extends itself through %s".formatted(base.get().getName(), meter.getName()));
			return Optional.empty();
		}
		return base;
	}

	private void cycle(EObject node, EStructuralFeature feature, String message) {
		report.report("MW-LANG-010", node, feature, message);
	}

	private void conform(Conformance conformance) {
		names.one(Sort.COMPANION, conformance, CosemDslPackage.eINSTANCE.getConformance_Profile(), conformance.getProfile(), CompanionDecl.class)
				.ifPresent(companion -> add(companion, conformance.isComplete(), new LinkedHashSet<>()));
	}

	private void add(CompanionDecl companion, boolean complete, Set<CompanionDecl> path) {
		if (!path.add(companion)) {
			cycle(companion, CosemDslPackage.eINSTANCE.getCompanionDecl_Base(), "companion %s extends itself".formatted(companion.getName()));
			return;
		}
		Optional<CompanionDecl> base = companion.getBase() == null ? Optional.empty()
				: names.one(Sort.COMPANION, companion, CosemDslPackage.eINSTANCE.getCompanionDecl_Base(), companion.getBase(), CompanionDecl.class);
		base.ifPresent(each -> add(each, complete, path));
		boolean before = companions.containsKey(companion) && companions.get(companion).complete();
		companions.put(companion, new ConformingTo(companion, complete || before, base));
	}

	List<MeterDecl> meters() {
		return meters;
	}

	List<ConformingTo> companions() {
		return List.copyOf(companions.values());
	}

	/** Returns the layers of a meter or companion; which comes first is for {@link LayerOrder} to say. */
	List<LayerDecl> layers(EObject owner) {
		List<LayerDecl> found = names.declarations().layers().stream().filter(layer -> names.targets(layer).contains(owner)).toList();
		names.declarations().touch(SyntaxFile.of(owner));
		found.forEach(layer -> names.declarations().touch(SyntaxFile.of(layer)));
		return found;
	}
}
