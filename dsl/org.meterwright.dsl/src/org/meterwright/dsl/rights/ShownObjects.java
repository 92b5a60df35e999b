// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.rights;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.meterwright.cosem.CosemObject;
import org.meterwright.dsl.cosemDsl.AssociationItem;
import org.meterwright.dsl.cosemDsl.EntryBlock;
import org.meterwright.dsl.cosemDsl.ShowLine;
import org.meterwright.dsl.cosemDsl.Target;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Referent;
import org.meterwright.dsl.elaborate.Scope;
import org.meterwright.dsl.elaborate.Want;

/**
 * The objects of an association in the order of its object_list. Names stand in the order of text, one that stands twice gives two
 * entries; {@code *}, {@code every} and groups add what is not listed yet. Without any such line the association shows everything.
 */
final class ShownObjects {

	/** An entry of the list; a block spells it out. */
	record Slot(CosemObject object, Optional<EntryBlock> block) {
	}

	private final Elaboration elaboration;
	private final RightsTargets targets;
	private final Scope scope;
	private final List<Slot> slots = new ArrayList<>();
	private final Set<CosemObject> listed = new HashSet<>();
	private final Set<CosemObject> listedBySet = new HashSet<>();

	ShownObjects(Elaboration elaboration, RightsTargets targets, Scope scope) {
		this.elaboration = elaboration;
		this.targets = targets;
		this.scope = scope;
	}

	/** Reads the lines of an association. */
	List<Slot> read(List<AssociationItem> items) {
		boolean explicit = false;
		for (AssociationItem item : items) {
			if (item instanceof ShowLine line) {
				explicit = true;
				show(line);
			} else if (item instanceof EntryBlock block) {
				explicit = true;
				entry(block);
			}
		}
		if (!explicit) {
			elaboration.targets().everything(scope).forEach(object -> slots.add(new Slot(object, Optional.empty())));
		}
		return List.copyOf(slots);
	}

	/** Reads a part of what a line shows, for the sake of what is wrong with it. */
	void tell(ShowLine line, Target target) {
		if (line.getHide().contains(target)) {
			targets.resolve(targets.present(List.of(target)));
		} else {
			show(line, List.of(target));
		}
	}

	private void show(ShowLine line) {
		show(line, line.getShow());
	}

	private void show(ShowLine line, List<Target> some) {
		Set<CosemObject> hidden = targets.resolve(targets.present(line.getHide())).stream().flatMap(reached -> reached.referents().stream()).map(Referent::object)
				.collect(Collectors.toSet());
		for (Reached reached : targets.resolve(some)) {
			for (Referent referent : reached.referents()) {
				if (!hidden.contains(referent.object())) {
					add(reached, referent);
				}
			}
		}
	}

	private void add(Reached reached, Referent referent) {
		CosemObject object = referent.object();
		if (object.isInternal()) {
			if (reached.named()) {
				elaboration.report().report("MW-LANG-231", reached.target(), "%s is internal: it is in no object list".formatted(referent.text()));
			}
			return;
		}
		if (reached.named() && !referent.isWhole()) {
			elaboration.report().report("MW-LANG-232", reached.target(), "an association shows whole objects; write %s".formatted(object.getName()));
		}
		boolean first = listed.add(object);
		if (!reached.named()) {
			listedBySet.add(object);
		}
		if (first || reached.named() && !listedBySet.contains(object)) {
			slots.add(new Slot(object, Optional.empty()));
		}
	}

	private void entry(EntryBlock block) {
		if (!targets.isPresent(block.getObject())) {
			return;
		}
		elaboration.resolver().one(block.getObject(), scope, Want.OBJECT).ifPresent(referent -> {
			listed.add(referent.object());
			slots.add(new Slot(referent.object(), Optional.of(block)));
		});
	}
}
