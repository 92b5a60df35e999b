// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
 * What the lines of an association make of a single object. So an object that comes or goes changes an object list without the others being looked at.
 *
 * @param told    whether all is told; where entries are spelt out or left out in parts, it is not
 * @param sorted  whether the objects of the list stand in the order of their classes and names, rather than in that of the text
 * @param entry   the entry of the object; nothing where it is not shown
 * @param touched lines that give or take a right to it
 */
public record RightsToOne(boolean told, boolean sorted, Optional<ObjectListEntry> entry, List<GrantLine> touched) {

	/**
	 * Reads the lines of an association.
	 *
	 * @param groups names of the groups that the object is in, directly or through others
	 */
	public static RightsToOne of(Elaboration elaboration, Association association, String device, List<AssociationItem> items, CosemObject object, Set<String> groups) {
		RightsTargets targets = new RightsTargets(elaboration, association.getName(), new Scope(device, Env.NONE), Optional.of(new RightsTargets.Only(object, groups)));
		List<ShowLine> shows = items.stream().filter(ShowLine.class::isInstance).map(ShowLine.class::cast).toList();
		boolean all = shows.isEmpty();
		if (items.stream().anyMatch(item -> item instanceof EntryBlock || item instanceof OmitLine)) {
			return new RightsToOne(false, false, Optional.empty(), List.of());
		}
		if (!all && shows.stream().noneMatch(line -> isShown(targets, line))) {
			return new RightsToOne(true, true, Optional.empty(), List.of());
		}
		RightsTable table = new RightsTable(association, List.of(object));
		Grants grants = new Grants(elaboration, targets);
		List<GrantLine> touched = new ArrayList<>();
		for (AssociationItem item : items) {
			if (item instanceof GrantLine line && grants.apply(line, table) > 0) {
				touched.add(line);
			}
		}
		boolean sorted = all || shows.size() == 1 && shows.getFirst().getShow().size() == 1 && shows.getFirst().getShow().getFirst().isAll();
		return new RightsToOne(true, sorted, Optional.of(table.entry(object)), touched);
	}

	private static boolean isShown(RightsTargets targets, ShowLine line) {
		return targets.resolve(line.getShow()).stream().anyMatch(reached -> !reached.referents().isEmpty())
				&& targets.resolve(line.getHide()).stream().allMatch(reached -> reached.referents().isEmpty());
	}
}
