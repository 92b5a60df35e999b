// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.cosem.CosemObject;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.GroupDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.Segment;
import org.meterwright.dsl.sugar.Sugar;
import org.meterwright.rules.Finding;
import org.meterwright.rules.check.Reading;
import org.meterwright.rules.check.WatchedAttribute;

/**
 * What stays in a finished model and is read again, because an object that it names is another one, came or went: objects that are like it, what
 * captures it, and what is wrong with groups and rights that name it.
 */
final class Rereading {
	private static final Set<String> ON_WHOLE_OBJECTS = Set.of("MW-LANG-040", "MW-LANG-041");

	private final Elaboration elaboration;
	private final Sugar sugar;
	private final Uses uses;
	private final List<ObjectHandle> alike;
	private final List<ObjectHandle> capturing;
	private final Takeover takeover = new Takeover();

	private Rereading(Elaboration elaboration, Sugar sugar, Uses uses, List<ObjectHandle> alike, List<ObjectHandle> capturing) {
		this.elaboration = elaboration;
		this.sugar = sugar;
		this.uses = uses;
		this.alike = alike;
		this.capturing = capturing;
	}

	/** Prepares to read again what uses some names; nothing when more of the model may depend on that. */
	static Optional<Rereading> of(ObjectEdits edits, Uses uses, List<ObjectHandle> gone) {
		Elaboration elaboration = edits.elaboration();
		List<ObjectHandle> alike = new ArrayList<>();
		List<ObjectHandle> capturing = new ArrayList<>();
		for (ObjectHandle each : elaboration.objects()) {
			if (!uses.alike().isEmpty() && isOf(each, uses.alike())) {
				alike.add(each);
			}
			if (!each.body().captures().isEmpty() && each.body().captures().stream().anyMatch(line -> uses.captures().contains(line.node()))) {
				capturing.add(each);
			}
		}
		boolean stay = Stream.concat(alike.stream(), capturing.stream()).noneMatch(gone::contains);
		boolean plain = alike.stream().allMatch(each -> isPlain(each) && uses.alike().contains(each.entry().orElseThrow().node()));
		return stay && plain ? Optional.of(new Rereading(elaboration, edits.sugar(), uses, alike, capturing)) : Optional.empty();
	}

	private static boolean isOf(ObjectHandle handle, Set<ObjectDecl> declarations) {
		if (handle.entry().isEmpty()) {
			return false;
		}
		Entry<ObjectDecl> entry = handle.entry().get();
		return declarations.contains(entry.node()) || !entry.replaced().isEmpty() && Heads.newestFirst(entry).stream().anyMatch(each -> declarations.contains(each.node()));
	}

	private static boolean isPlain(ObjectHandle handle) {
		return ObjectEdits.holdsValues(handle.object().getInterfaceClass()) && Likeness.isPlain(handle) && handle.entry().orElseThrow().replaced().isEmpty()
				&& handle.object().getAttributes().stream().allMatch(each -> each instanceof WatchedAttribute watched && !watched.isOverwritten());
	}

	/** Returns the objects that are read again. */
	Stream<CosemObject> objects() {
		return Stream.concat(alike.stream(), capturing.stream()).map(ObjectHandle::object);
	}

	/** Tells whether an object is among those that are like others. */
	boolean isAlike(ObjectHandle handle) {
		return alike.contains(handle);
	}

	/** Returns the lines of the objects that are like others: what was found on them is found again. */
	Stream<AttributeLine> lines() {
		return alike.stream().flatMap(Rereading::lines);
	}

	private static Stream<AttributeLine> lines(ObjectHandle handle) {
		return handle.entry().orElseThrow().node().getBody().stream().filter(AttributeLine.class::isInstance).map(AttributeLine.class::cast);
	}

	/** Returns the lines that the objects share with those that they are like. */
	Stream<AttributeLine> borrowed() {
		return alike.stream().flatMap(Likeness::borrowed);
	}

	/** Tells whether something was found on what is read again, so that it will be found again where it still is so. */
	boolean isTold(Finding finding) {
		return finding.subject().filter(subject -> isOnWholeObject(finding) ? alike.stream().anyMatch(each -> each.entry().orElseThrow().node() == subject)
				: places().anyMatch(place -> EcoreUtil.isAncestor(place, subject))).isPresent();
	}

	/** Returns the parts of the text that name what is another now. */
	private Stream<EObject> places() {
		return Stream.of(uses.alike().stream().map(ObjectDecl::getLike), uses.captures().stream(), uses.members().stream(), uses.grants().stream(), uses.shown().stream()).flatMap(each -> each);
	}

	/** Returns what became of attributes. */
	List<WatchedAttribute.Change> changes() {
		return takeover.changes();
	}

	/**
	 * Reads all again.
	 *
	 * @param present what the files declare now
	 * @param own     the lines of objects that came
	 * @param told    takes what is found
	 * @return whether all that changes is told
	 */
	boolean read(Declarations present, Set<AttributeLine> own, Told told) {
		places().forEach(elaboration.links()::forget);
		elaboration.resolver().forget();
		int before = elaboration.report().count();
		alike.forEach(each -> each.body().forget());
		elaboration.symbols().as(Symbols.Stage.DECLARED, () -> BodyStep.readAgain(elaboration, alike));
		Desk desk = new Desk(elaboration, present);
		boolean all = alike.stream().allMatch(Likeness::isPlain) && alike.stream().allMatch(each -> takeover.takeAll(each, filled(each, desk)));
		Set<AttributeLine> known = Collections.newSetFromMap(new IdentityHashMap<>());
		known.addAll(own);
		lines().forEach(known::add);
		if (!all || !known.containsAll(desk.ofLines().keySet()) || !capture()) {
			return false;
		}
		uses.members().stream().filter(target -> uses.isNamed(((GroupDecl) target.eContainer()).getName(), sugar::has)).forEach(elaboration.targets()::tell);
		uses.grants().forEach(sugar::tell);
		uses.shown().forEach(sugar::tellShown);
		desk.tell(told);
		told.findings().addAll(new HashSet<>(elaboration.report().take(before)));
		return true;
	}

	/** Returns an object that says what another one would say if it were made now. */
	private ObjectHandle filled(ObjectHandle handle, Desk desk) {
		ObjectHandle twin = Takeover.twin(handle);
		AttributeStep.fill(List.of(twin), desk);
		Reading.making(() -> DefaultStep.fill(desk, twin));
		return twin;
	}

	private boolean capture() {
		for (ObjectHandle handle : capturing) {
			ObjectHandle twin = Takeover.twin(handle);
			elaboration.symbols().as(Symbols.Stage.NAMED, () -> Reading.making(() -> sugar.capture(twin)));
			if (twin.object().getAttributes().isEmpty() || !takeover.takeSome(handle, twin)) {
				return false;
			}
		}
		return true;
	}

	/** Tells whether a finding is of the kind that is told on a declaration when its attributes are filled. */
	static boolean isOnWholeObject(Finding finding) {
		return ON_WHOLE_OBJECTS.contains(finding.rule());
	}

	/** Tells of a finding on a name that means nothing which name that is; nothing of any other. */
	static Optional<String> unknown(Finding finding) {
		return finding.rule().equals("MW-LANG-020") ? finding.subject().filter(Segment.class::isInstance).map(subject -> ((Segment) subject).getName()) : Optional.empty();
	}
}
