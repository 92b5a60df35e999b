// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.cosem.CosemObject;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.BodyItem;
import org.meterwright.dsl.cosemDsl.CaptureLine;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.sugar.Sugar;
import org.meterwright.dsl.syntax.BodyEdit;
import org.meterwright.rules.Finding;
import org.meterwright.rules.check.Reading;
import org.meterwright.rules.check.WatchedAttribute;
import org.meterwright.rules.check.WatchedDevice;

/**
 * An object of a finished model, or each member of a family, that keeps its head and gets other lines, on attributes or on what it captures. Who names
 * it still names it.
 */
final class BodyPlan implements ModelPlan {
	private static final int CAPTURE_OBJECTS = 3;

	private final Elaboration elaboration;
	private final Sugar sugar;
	private final BodyEdit edit;
	private final Declarations present;
	private final List<ObjectHandle> handles;
	private final Takeover takeover = new Takeover();
	private final Told told = Told.nothing();

	private BodyPlan(ObjectEdits edits, BodyEdit edit, Declarations present, List<ObjectHandle> handles) {
		this.elaboration = edits.elaboration();
		this.sugar = edits.sugar();
		this.edit = edit;
		this.present = present;
		this.handles = handles;
	}

	/** Plans an edit; nothing when other objects take the lines over, or more of the model may depend on them. */
	static Optional<BodyPlan> of(ObjectEdits edits, BodyEdit edit, Declarations present, Function<String, List<EObject>> mentions) {
		ObjectDecl object = edit.owner();
		boolean plain = object.getName() != null && object.getMember() == null && object.getLike() == null && isPlain(object.getBody()) && isPlain(edit.before());
		List<ObjectHandle> made = plain ? edits.elaboration().madeOf(object) : List.of();
		boolean known = !made.isEmpty() && made.stream().allMatch(BodyPlan::isPlain) && edits.namesOfLibrary(object, present);
		return known && Uses.of(Set.of(object.getName()), List.of(object), mentions, edits.elaboration().symbols()::isDevice).alike().isEmpty()
				? Optional.of(new BodyPlan(edits, edit, present, made)) : Optional.empty();
	}

	private static boolean isPlain(List<BodyItem> lines) {
		return lines.stream().allMatch(line -> line instanceof AttributeLine || line instanceof CaptureLine);
	}

	private static boolean isPlain(ObjectHandle handle) {
		return handle.entry().orElseThrow().replaced().isEmpty() && handle.object().getAttributes().stream().allMatch(each -> each instanceof WatchedAttribute watched
				&& (!watched.isOverwritten() || captures(handle) && each.getDefinition().getIndex() == CAPTURE_OBJECTS));
	}

	private static boolean captures(ObjectHandle handle) {
		return !handle.body().captures().isEmpty();
	}

	@Override
	public boolean isTold(Finding finding) {
		return finding.subject().filter(subject -> subject == edit.owner() ? Rereading.isOnWholeObject(finding)
				: EcoreUtil.isAncestor(edit.before(), subject) || EcoreUtil.isAncestor(edit.owner().getBody(), subject)).isPresent();
	}

	@Override
	public boolean mayChange(Finding finding, boolean local) {
		return false;
	}

	@Override
	public Stream<AttributeLine> borrowed() {
		return Stream.empty();
	}

	@Override
	public Stream<AttributeLine> lines() {
		return Stream.concat(edit.before().stream(), edit.owner().getBody().stream()).filter(AttributeLine.class::isInstance).map(AttributeLine.class::cast);
	}

	@Override
	public List<CosemObject> reread() {
		return handles.stream().map(ObjectHandle::object).toList();
	}

	@Override
	public List<WatchedAttribute.Change> changes() {
		return takeover.changes();
	}

	@Override
	public Told told() {
		return told;
	}

	@Override
	public WatchedDevice device() {
		return (WatchedDevice) elaboration.device(handles.getFirst().device()).orElseThrow();
	}

	@Override
	public void remove() {
		edit.before().forEach(elaboration.links()::forget);
	}

	@Override
	public boolean insert() {
		int known = elaboration.report().count();
		List<Boolean> captured = handles.stream().map(BodyPlan::captures).toList();
		handles.forEach(each -> each.body().forget());
		BodyStep.readAgain(elaboration, handles);
		Desk desk = new Desk(elaboration, present);
		List<ObjectHandle> twins = handles.stream().map(each -> filled(each, desk)).toList();
		desk.tell(told);
		told.findings().addAll(new HashSet<>(elaboration.report().take(known)));
		elaboration.names().declarations().forgetLater();
		boolean all = captured.equals(handles.stream().map(BodyPlan::captures).toList());
		for (int i = 0; all && i < handles.size(); i++) {
			all = takeover.takeAll(handles.get(i), twins.get(i));
		}
		return all;
	}

	private ObjectHandle filled(ObjectHandle handle, Desk desk) {
		ObjectHandle twin = Takeover.twin(handle);
		Sugar.reserve(twin);
		AttributeStep.fill(List.of(twin), desk);
		Reading.making(() -> DefaultStep.fill(desk, twin));
		if (captures(twin)) {
			elaboration.symbols().as(Symbols.Stage.NAMED, () -> Reading.making(() -> sugar.capture(twin)));
		}
		return twin;
	}
}
