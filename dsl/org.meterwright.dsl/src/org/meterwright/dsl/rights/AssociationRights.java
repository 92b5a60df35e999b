// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.rights;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.AssociationItem;
import org.meterwright.dsl.cosemDsl.GrantLine;
import org.meterwright.dsl.cosemDsl.OmitLine;
import org.meterwright.dsl.cosemDsl.ShowLine;
import org.meterwright.dsl.cosemDsl.Target;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Env;
import org.meterwright.dsl.elaborate.Scope;

/**
 * The object_list of an association from its lines: what it shows, then one right after the other in order of text, then what is omitted.
 * Rights start empty, but for reading the current association 0-0:40.0.0*255 that is made for the association.
 */
public final class AssociationRights {
	private final Elaboration elaboration;

	/** Makes the rights of one meter. */
	public AssociationRights(Elaboration elaboration) {
		this.elaboration = elaboration;
	}

	/** Tells once more what is wrong with a line, by the objects that the finished association shows. */
	public void tell(Association association, String device, GrantLine line) {
		Set<CosemObject> shown = association.getEntries().stream().map(ObjectListEntry::getObject).collect(Collectors.toSet());
		Grant grant = new Grants(elaboration, new RightsTargets(elaboration, association.getName(), new Scope(device, Env.NONE))).read(line, shown::contains);
		Grants.tell(elaboration, line, grant, new RightsTable(association, grant.reaches().stream().map(Reach::object).toList()).apply(grant));
	}

	/** Tells once more what is wrong with a part of what an association shows or hides. */
	public void tellShown(Association association, String device, Target target) {
		shown(association, device).tell((ShowLine) target.eContainer(), target);
	}

	private ShownObjects shown(Association association, String device) {
		Scope scope = new Scope(device, Env.NONE);
		return new ShownObjects(elaboration, new RightsTargets(elaboration, association.getName(), scope), scope);
	}

	/** Returns the places at which an association shows an object that its list lacks; none where the list lacks others too. */
	public List<Integer> places(Association association, String device, List<AssociationItem> items, CosemObject object) {
		List<ShownObjects.Slot> slots = shown(association, device).read(items);
		return slots.size() != association.getEntries().size() + 1 ? List.of() : IntStream.range(0, slots.size()).filter(i -> slots.get(i).object() == object).boxed().toList();
	}

	/**
	 * Reads the lines of an association: what they name is looked up here, what they do to the rights is up to the list.
	 *
	 * @param association the association
	 * @param device      its logical device
	 * @param items       its lines, those of what it overrides first
	 * @param origin      where it stands
	 * @param place       tells where a line stands
	 */
	public ObjectListMaking read(Association association, String device, List<AssociationItem> items, Origin origin, Function<AssociationItem, Origin> place) {
		Scope scope = new Scope(device, Env.NONE);
		RightsTargets targets = new RightsTargets(elaboration, association.getName(), scope);
		List<ShownObjects.Slot> slots = new ShownObjects(elaboration, targets, scope).read(items);
		Set<CosemObject> shown = slots.stream().map(ShownObjects.Slot::object).collect(Collectors.toSet());
		Grants grants = new Grants(elaboration, targets);
		ObjectListMaking making = new ObjectListMaking(elaboration, association, slots, origin);
		for (AssociationItem item : items) {
			if (item instanceof GrantLine line) {
				making.grant(line, grants.read(line, shown::contains), place.apply(line));
			}
		}
		for (AssociationItem item : items) {
			if (item instanceof OmitLine line) {
				List<Reach> kept = targets.excepted(line.getExcepted());
				making.omit(targets.excepted(line.getTargets()).stream().filter(reach -> !kept.contains(reach)).toList());
			}
		}
		return making;
	}
}
