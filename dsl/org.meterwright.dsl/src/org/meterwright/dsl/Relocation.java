// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.meterwright.cosem.CosemPackage;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.syntax.Pieces;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.rules.Finding;

/**
 * Moves what came of a meter to where its texts stand now, after space and comments changed: findings, and the places in the model. All
 * or nothing; where a finding names a line in its words, or a place cannot be told, the meter has to be compiled.
 */
final class Relocation {
	private static final Pattern NAMES_A_LINE = Pattern.compile("\\bline \\d");

	private record Move(Pieces before, Pieces now) {
	}

	private record Change(List<Origin> origins, int index, Origin place) {
	}

	private final Map<String, Move> moves = new HashMap<>();
	private final Map<EClass, List<EReference>> inside = new HashMap<>();
	private final List<Change> changes = new ArrayList<>();
	private boolean lost;

	private Relocation() {
	}

	/** Returns the unit on the files as they are now; nothing when one of them says something else than it did. */
	static Optional<CompiledUnit> of(CompiledUnit unit, Map<String, SyntaxFile> present) {
		Relocation relocation = new Relocation();
		Set<SyntaxFile> files = new LinkedHashSet<>();
		for (SyntaxFile file : unit.files()) {
			SyntaxFile now = present.get(file.name());
			if (now == null || now.edition() != file.edition()) {
				return Optional.empty();
			}
			files.add(now);
			if (now != file && file.places() instanceof Pieces before && now.places() instanceof Pieces after) {
				relocation.moves.put(file.name(), new Move(before, after));
			}
		}
		return relocation.moves.isEmpty() ? Optional.of(unit) : relocation.apply(unit, files);
	}

	private Optional<CompiledUnit> apply(CompiledUnit unit, Set<SyntaxFile> files) {
		List<Finding> findings = moved(unit.findings());
		List<CompiledMeter> meters = unit.meters().stream().map(meter -> new CompiledMeter(meter.name(), meter.variant(), meter.model(), moved(meter.findings()), meter.items(),
				meter.symbols(), meter.scenarios())).toList();
		meters.forEach(meter -> collect(meter.model()));
		// The steps of a scenario know their places too: one that moved is made again.
		lost |= meters.stream().flatMap(meter -> meter.scenarios().stream()).anyMatch(scenario -> moves.containsKey(scenario.place().file()));
		if (lost) {
			return Optional.empty();
		}
		changes.forEach(change -> change.origins().set(change.index(), change.place()));
		return Optional.of(new CompiledUnit(meters, findings, unit.links(), unit.chain(), Set.copyOf(files), unit.imports()));
	}

	private List<Finding> moved(List<Finding> findings) {
		return findings.stream().map(this::moved).sorted(Finding.ORDER).toList();
	}

	private Finding moved(Finding finding) {
		lost |= NAMES_A_LINE.matcher(finding.message()).find() || finding.data().stream().anyMatch(data -> moves.keySet().stream().anyMatch(data::contains));
		Origin place = moved(finding.place());
		return place == finding.place() ? finding : new Finding(finding.rule(), finding.severity(), finding.message(), place, finding.subject(), finding.attribute(), finding.data(),
				finding.accepted(), finding.variants());
	}

	private Origin moved(Origin place) {
		Move move = moves.get(place.file());
		if (move == null) {
			return place;
		}
		Optional<Origin> now = move.before().moved(place, move.now());
		lost |= now.isEmpty();
		return now.filter(each -> !each.equals(place)).orElse(place);
	}

	private void collect(EObject element) {
		for (EStructuralFeature feature : List.of(CosemPackage.Literals.ELEMENT__ORIGINS, CosemPackage.Literals.ACTION__ORIGINS)) {
			if (feature.getEContainingClass().isSuperTypeOf(element.eClass()) && element.eIsSet(feature)) {
				collect(element, (EAttribute) feature);
			}
		}
		for (EReference reference : inside.computeIfAbsent(element.eClass(), Relocation::inside)) {
			if (element.eIsSet(reference)) {
				if (element.eGet(reference) instanceof List<?> parts) {
					parts.forEach(part -> collect((EObject) part));
				} else {
					collect((EObject) element.eGet(reference));
				}
			}
		}
	}

	@SuppressWarnings("unchecked")
	private void collect(EObject element, EAttribute feature) {
		List<Origin> origins = (List<Origin>) element.eGet(feature);
		for (int i = 0; i < origins.size(); i++) {
			Origin now = moved(origins.get(i));
			if (now != origins.get(i)) {
				changes.add(new Change(origins, i, now));
			}
		}
	}

	/** Returns the containments below which something has a place. */
	private static List<EReference> inside(EClass kind) {
		return kind.getEAllContainments().stream().filter(each -> hasPlaces(each.getEReferenceType(), new HashSet<>())).toList();
	}

	private static boolean hasPlaces(EClass declared, Set<EClass> seen) {
		return declared.getEPackage().getEClassifiers().stream().filter(EClass.class::isInstance).map(EClass.class::cast).filter(declared::isSuperTypeOf)
				.anyMatch(kind -> seen.add(kind) && (CosemPackage.Literals.ELEMENT.isSuperTypeOf(kind) || CosemPackage.Literals.ACTION.isSuperTypeOf(kind)
						|| kind.getEAllContainments().stream().anyMatch(each -> hasPlaces(each.getEReferenceType(), seen))));
	}
}
