// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.dsl.cosemDsl.AssociationItem;
import org.meterwright.dsl.cosemDsl.EntryBlock;
import org.meterwright.dsl.cosemDsl.GrantLine;
import org.meterwright.dsl.cosemDsl.OmitLine;
import org.meterwright.dsl.cosemDsl.ShowLine;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Env;
import org.meterwright.dsl.elaborate.Scope;

/**
 * What the lines of an association make of a single object that nothing names: only {@code *} and {@code every} reach it. So an object that comes
 * or goes changes an object list without the others being looked at.
 *
 * @param told    whether all is told; where objects are shown in several ways, the place in the list is not
 * @param entry   the entry of the object; nothing where it is not shown
 * @param touched lines that give or take a right to it
 */
public record RightsToOne(boolean told, Optional<ObjectListEntry> entry, List<GrantLine> touched) {

	/** Reads the lines of an association. */
	public static RightsToOne of(Elaboration elaboration, Association association, String device, List<AssociationItem> items, CosemObject object) {
		RightsTargets targets = new RightsTargets(elaboration, association.getName(), new Scope(device, Env.NONE), Optional.of(object));
		List<ShowLine> shows = items.stream().filter(ShowLine.class::isInstance).map(ShowLine.class::cast).toList();
		boolean blocks = items.stream().anyMatch(EntryBlock.class::isInstance);
		boolean all = shows.isEmpty() && !blocks;
		boolean shown = all || shows.stream().anyMatch(line -> isShown(targets, line));
		boolean plain = all || !blocks && shows.size() == 1 && shows.getFirst().getShow().size() == 1 && shows.getFirst().getShow().getFirst().isAll();
		if (!shown) {
			return new RightsToOne(true, Optional.empty(), List.of());
		}
		if (!plain || items.stream().anyMatch(OmitLine.class::isInstance)) {
			return new RightsToOne(false, Optional.empty(), List.of());
		}
		RightsTable table = new RightsTable(association, List.of(object));
		Grants grants = new Grants(elaboration, targets);
		List<GrantLine> touched = new ArrayList<>();
		for (AssociationItem item : items) {
			if (item instanceof GrantLine line && grants.apply(line, table) > 0) {
				touched.add(line);
			}
		}
		return new RightsToOne(true, Optional.of(table.entry(object)), touched);
	}

	private static boolean isShown(RightsTargets targets, ShowLine line) {
		return targets.resolve(line.getShow()).stream().anyMatch(reached -> !reached.referents().isEmpty())
				&& targets.resolve(line.getHide()).stream().allMatch(reached -> reached.referents().isEmpty());
	}
}
