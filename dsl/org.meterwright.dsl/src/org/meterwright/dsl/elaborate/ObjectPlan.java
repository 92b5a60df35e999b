// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.common.util.EList;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.elaborate.Elaboration.NewObject;
import org.meterwright.dsl.syntax.ObjectEdit;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.rules.Finding;
import org.meterwright.rules.check.Reading;
import org.meterwright.rules.check.WatchedAssociation;
import org.meterwright.rules.check.WatchedAttribute;
import org.meterwright.rules.check.WatchedDevice;

/** Objects that come to a finished model, go from it, or are others. */
final class ObjectPlan implements ModelPlan {
	private final ObjectEdits edits;
	private final Elaboration elaboration;
	private final ObjectEdit edit;
	private final Declarations present;
	private final Place place;
	private final List<ObjectHandle> gone;
	private final List<LogicalName> names;
	private final Uses uses;
	private final Rereading rereading;
	private final Set<WatchedAssociation> associations = new LinkedHashSet<>();
	private final List<ObjectListEntry> entriesGone = new ArrayList<>();
	private final List<ObjectHandle> made = new ArrayList<>();
	private final List<ObjectListEntry> entriesMade = new ArrayList<>();
	private final Told told = Told.nothing();

	ObjectPlan(ObjectEdits edits, ObjectEdit edit, Declarations present, Place place, List<ObjectHandle> gone, List<LogicalName> names, Uses uses, Rereading rereading) {
		this.edits = edits;
		this.elaboration = edits.elaboration();
		this.edit = edit;
		this.present = present;
		this.place = place;
		this.gone = gone;
		this.names = names;
		this.uses = uses;
		this.rereading = rereading;
	}

	@Override
	public List<LogicalName> names() {
		return names;
	}

	@Override
	public List<CosemObject> gone() {
		return gone.stream().map(ObjectHandle::object).toList();
	}

	@Override
	public Stream<AttributeLine> borrowed() {
		Set<AttributeLine> own = Stream.concat(edit.before().stream().flatMap(ObjectPlan::lines), rereading.lines()).collect(Collectors.toSet());
		return Stream.concat(gone.stream().flatMap(Likeness::borrowed), rereading.borrowed()).filter(line -> !own.contains(line));
	}

	private static Stream<AttributeLine> lines(ObjectDecl node) {
		return node.getBody().stream().map(AttributeLine.class::cast);
	}

	@Override
	public Stream<AttributeLine> lines() {
		return Stream.concat(edit.before().stream().flatMap(ObjectPlan::lines), rereading.lines());
	}

	@Override
	public List<CosemObject> reread() {
		return rereading.objects().toList();
	}

	@Override
	public boolean isTold(Finding finding) {
		return rereading.isTold(finding);
	}

	@Override
	public boolean mayChange(Finding finding, boolean local) {
		return !local && !isTold(finding);
	}

	@Override
	public List<WatchedAttribute.Change> changes() {
		return rereading.changes();
	}

	@Override
	public List<CosemObject> made() {
		return made.stream().map(ObjectHandle::object).toList();
	}

	@Override
	public List<ObjectListEntry> entriesGone() {
		return entriesGone;
	}

	@Override
	public List<ObjectListEntry> entriesMade() {
		return entriesMade;
	}

	@Override
	public WatchedDevice device() {
		return (WatchedDevice) elaboration.device(place.device()).orElseThrow();
	}

	@Override
	public Set<WatchedAssociation> associations() {
		return associations;
	}

	@Override
	public Told told() {
		return told;
	}

	@Override
	public void remove() {
		Set<CosemObject> objects = new HashSet<>(gone());
		for (Association association : device().getAssociations()) {
			EList<ObjectListEntry> entries = association.getEntries();
			for (int i = entries.size() - 1; i >= 0; i--) {
				if (objects.contains(entries.get(i).getObject())) {
					entriesGone.add(entries.remove(i));
					associations.add((WatchedAssociation) association);
				}
			}
		}
		gone.forEach(elaboration::remove);
		elaboration.targets().forget(uses.groups());
		edit.before().forEach(elaboration.links()::forget);
	}

	@Override
	public boolean insert() {
		List<Entry<?>> items = elaboration.items().entries();
		int at = edit.now().isEmpty() ? 0 : items.indexOf(place.beside()) + (place.behind() ? 1 : 0);
		for (ObjectDecl node : edit.now()) {
			Entry<ObjectDecl> entry = place.entry(node);
			items.add(at++, entry);
			if (!insert(node, entry, at)) {
				return false;
			}
		}
		edit.documented().ifPresent(this::document);
		elaboration.items().forget();
		Set<AttributeLine> own = edit.now().stream().flatMap(ObjectPlan::lines).collect(Collectors.toSet());
		boolean all = rereading.read(present, own, told);
		elaboration.names().declarations().forgetLater();
		return all;
	}

	/** Takes over what is documented of an object that stays. */
	private void document(ObjectDecl node) {
		String documentation = SyntaxFile.documentation(node);
		elaboration.madeFirstOf(node).forEach(each -> each.object().setDocumentation(documentation.isEmpty() ? null : documentation));
	}

	private boolean insert(ObjectDecl node, Entry<ObjectDecl> entry, int next) {
		int before = elaboration.report().count();
		Optional<InterfaceClass> type = elaboration.interfaceClass(node);
		if (type.isEmpty() || elaboration.report().count() > before || !edits.isOneOfMany(type.get(), gone)) {
			return false;
		}
		LogicalName name = LogicalNameText.parse(node, node.getLn(), Env.NONE);
		ObjectHandle handle = elaboration.create(new NewObject(node.getName(), Optional.empty(), type.get(), name, entry.device(), false, false, node,
				List.of(entry.place(node))), Optional.of(entry), Env.NONE);
		elaboration.targets().forget(uses.groups());
		made.add(handle);
		sort(handle, next);
		int known = told.count();
		fill(handle);
		if (node.getLike() != null && told.count() > known) {
			// What is found on lines of another object is told with that one.
			return false;
		}
		List<Boolean> rights = new ArrayList<>();
		Reading.making(() -> edits.sugar().rightsTo(handle.object(), handle.device(), uses.groups(), (association, right, origin) -> {
			rights.add(right.told());
			right.entry().ifPresent(listed -> {
				listed.getOrigins().add(origin);
				rights.add(list((WatchedAssociation) association, listed, right.sorted()));
			});
		}));
		elaboration.report().take(before);
		return !rights.contains(false);
	}

	/** Moves the object to where it belongs in its device, and its name among the names. */
	private void sort(ObjectHandle handle, int next) {
		EList<CosemObject> objects = device().getObjects();
		int to = 0;
		while (to < objects.size() - 1 && Targets.ORDER.compare(objects.get(to), handle.object()) < 0) {
			to++;
		}
		objects.move(to, objects.size() - 1);
		List<Entry<?>> items = elaboration.items().entries();
		for (int i = next; i < items.size(); i++) {
			if (items.get(i).node() instanceof ObjectDecl node && items.get(i).device().equals(handle.device()) && elaboration.symbols().names(handle.device()).contains(node.getName())) {
				elaboration.symbols().moveBefore(handle.device(), handle.object().getName(), node.getName());
				return;
			}
		}
		elaboration.symbols().moveBehindObjects(handle.device(), handle.object().getName());
	}

	private void fill(ObjectHandle handle) {
		Report report = elaboration.report();
		int before = report.count();
		BodyStep.readAlone(elaboration, handle, new Likeness(elaboration).source(handle.entry().orElseThrow().node(), handle.device()));
		Desk desk = new Desk(elaboration, present);
		AttributeStep.fill(List.of(handle), desk);
		Reading.making(() -> DefaultStep.fill(desk, handle));
		desk.tell(told);
		told.findings().addAll(report.take(before));
	}

	/** Puts an entry to its place in an object list. Returns whether there is one such place. */
	private boolean list(WatchedAssociation association, ObjectListEntry entry, boolean sorted) {
		List<Integer> places = sorted ? List.of(sortedPlace(association.getEntries(), entry)) : edits.sugar().places(association, entry.getObject());
		if (places.size() != 1) {
			return false;
		}
		association.getEntries().add(places.getFirst(), entry);
		entriesMade.add(entry);
		associations.add(association);
		return true;
	}

	private static int sortedPlace(List<ObjectListEntry> entries, ObjectListEntry entry) {
		int low = 0;
		int high = entries.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (Targets.ORDER.compare(entries.get(middle).getObject(), entry.getObject()) < 0) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	}
}
