// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.elaborate.Declarations;
import org.meterwright.dsl.elaborate.ModelPlan;
import org.meterwright.dsl.syntax.StructureEdit;
import org.meterwright.dsl.syntax.Pieces;
import org.meterwright.dsl.syntax.SyntaxFile;

/** Carries an edit of whole objects, or of some lines of one, out in all variants of a meter. */
final class ObjectUpkeep {
	private final StructureEdit edit;
	private final SyntaxFile before;
	private final List<ModelPlan> plans = new ArrayList<>();

	/** Prepares an edit of a file. */
	ObjectUpkeep(StructureEdit edit, SyntaxFile before) {
		this.edit = edit;
		this.before = before;
	}

	/** Takes out what goes, in all variants. Returns false, and changes nothing, when more than the objects may change. */
	boolean begin(List<KeptMeter> kept, Declarations present, Collection<SyntaxFile> files) {
		Collection<SyntaxFile> own = files.stream().filter(file -> !file.isLibrary()).toList();
		if (own.stream().anyMatch(file -> file.text().isEmpty())) {
			return false;
		}
		Mentions mentions = new Mentions(own);
		for (KeptMeter each : kept) {
			Optional<ModelPlan> plan = each.plan(edit, present, mentions);
			if (plan.isEmpty()) {
				return false;
			}
			plans.add(plan.get());
		}
		for (int i = 0; i < kept.size(); i++) {
			kept.get(i).remove(plans.get(i), this::isInside);
		}
		return true;
	}

	/** Puts in what comes, in all variants. Returns whether that is all; otherwise the meter has to be compiled. */
	boolean finish(List<KeptMeter> kept, Set<SyntaxFile> files, Predicate<String> moved) {
		for (int i = 0; i < kept.size(); i++) {
			if (!kept.get(i).insert(plans.get(i), files, moved)) {
				return false;
			}
		}
		return true;
	}

	private boolean isInside(Origin place) {
		return place.file().equals(before.name()) && edit.before().stream().anyMatch(object -> isInside(place.offset(), object));
	}

	private boolean isInside(int offset, EObject object) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(object);
		return node != null && before.places() instanceof Pieces pieces && pieces.start(node) <= offset && offset < pieces.end(node);
	}
}
