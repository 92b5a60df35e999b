// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.work.SideBySide;
import org.meterwright.dsl.cosemDsl.AssociationDecl;
import org.meterwright.dsl.cosemDsl.AssociationItem;
import org.meterwright.dsl.cosemDsl.GrantLine;
import org.meterwright.dsl.cosemDsl.Target;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.ObjectHandle;
import org.meterwright.dsl.rights.AssociationRights;
import org.meterwright.dsl.rights.ObjectListMaking;
import org.meterwright.dsl.rights.RightsToOne;

/**
 * The sugar of one meter: companions, roles, events, Alerts, associations with rights, push set-ups, captures, scripts and reactions. The
 * three parts run between the steps that make the objects of the text and fill in their attributes.
 */
public final class Sugar {
	private final Workshop workshop;

	/** Prepares the sugar of a meter. */
	public Sugar(Elaboration elaboration) {
		workshop = new Workshop(elaboration);
	}

	/** Reads the companions and adds the objects that they require, where the meter wants that. Runs after the objects of the text. */
	public void addObjects() {
		workshop.companions().declare();
		workshop.required().read();
		new CompleteObjects(workshop).add();
	}

	/** Names everything that references may mean. Runs when the lines of the objects are known. */
	public void declare() {
		new Roles(workshop).declare();
		new Events(workshop).declare();
		new Associations(workshop).declare();
		new Pushes(workshop).declare();
		new Alerts(workshop).declare();
		new Reactions(workshop).declare();
		new Scripts(workshop).declare();
		workshop.elaboration().objects().forEach(Sugar::reserve);
		workshop.required().index();
	}

	/** Captures for an object what its lines say. */
	public void capture(ObjectHandle handle) {
		new Captures(workshop).fill(handle);
	}

	/** Tells whether a line is one of an association of this meter. */
	public boolean has(AssociationItem line) {
		return with(line).findAny().isPresent();
	}

	/** Tells once more what is wrong with a line of rights. */
	public void tell(GrantLine line) {
		AssociationRights rights = new AssociationRights(workshop.elaboration());
		with(line).forEach(piece -> rights.tell(piece.element(), piece.device(), line));
	}

	/** Tells once more what is wrong with a part of what an association shows or hides. */
	public void tellShown(Target target) {
		AssociationRights rights = new AssociationRights(workshop.elaboration());
		with((AssociationItem) target.eContainer()).forEach(piece -> rights.tellShown(piece.element(), piece.device(), target));
	}

	/** Returns the places at which an association shows an object that its list lacks; none where the list lacks others too. */
	public List<Integer> places(Association association, CosemObject object) {
		return workshop.associations().stream().filter(piece -> piece.element() == association)
				.flatMap(piece -> new AssociationRights(workshop.elaboration()).places(association, piece.device(), Associations.items(piece.entry()), object).stream()).toList();
	}

	private Stream<Piece<AssociationDecl, Association>> with(AssociationItem line) {
		return workshop.associations().stream().filter(piece -> Associations.items(piece.entry()).contains(line));
	}

	/**
	 * Tells what each association of a device makes of an object.
	 *
	 * @param groups names of the groups that the object is in, directly or through others; more names are no harm
	 * @param told   takes an association with what it makes of the object, and where an entry of the list comes from
	 */
	public void rightsTo(CosemObject object, String device, Set<String> groups, Told told) {
		for (Piece<AssociationDecl, Association> piece : workshop.associations()) {
			if (piece.device().equals(device)) {
				told.take(piece.element(), RightsToOne.of(workshop.elaboration(), piece.element(), device, Associations.items(piece.entry()), object, groups), piece.sugar(piece.node()));
			}
		}
	}

	/** Takes what an association makes of an object. */
	@FunctionalInterface
	public interface Told {
		/** Takes it with where an entry of the object list comes from. */
		void take(Association association, RightsToOne rights, Origin origin);
	}

	/** Marks the attributes that captures and scripts will fill as present. */
	public static void reserve(ObjectHandle handle) {
		if (!handle.body().scripts().isEmpty() && handle.object().getInterfaceClass().getClassId() == Scripts.CLASS) {
			handle.put(2);
		}
		if (!handle.body().captures().isEmpty() && Captures.captures(handle)) {
			handle.put(3);
		}
	}

	/** Fills everything in. Runs when every object has its attributes. */
	public void fill() {
		new AssociationContents(workshop).fill();
		new Captures(workshop).fill();
		workshop.elaboration().capturesAreRead();
		new PushContents(workshop).fill();
		new Scripts(workshop).fill();
		new Alerts(workshop).fill();
		new ReactionContents(workshop).fill();
		new Alerts(workshop).finish();
		AssociationRights rights = new AssociationRights(workshop.elaboration());
		List<ObjectListMaking> lists = new ArrayList<>();
		for (Piece<AssociationDecl, Association> piece : workshop.associations()) {
			lists.add(rights.read(piece.element(), piece.device(), Associations.items(piece.entry()), piece.sugar(piece.node()), piece::origin));
		}
		SideBySide.map(lists, list -> {
			list.make();
			return list;
		}).forEach(ObjectListMaking::finish);
		new WritableStorage(workshop).apply();
		workshop.requirements().fill();
		new UseCases(workshop).fill();
		new Demands(workshop).fill();
		new RequiredAssociations(workshop).fill();
		new CompanionEvents(workshop).settle();
		new Accepts(workshop).fill();
	}
}
