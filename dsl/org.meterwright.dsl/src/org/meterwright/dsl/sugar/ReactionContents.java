// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.EventTrigger;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.ScheduleTrigger;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.cosemDsl.EveryExpr;
import org.meterwright.dsl.cosemDsl.OnExpr;
import org.meterwright.dsl.cosemDsl.ReactionDecl;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.TriggerExpr;
import org.meterwright.dsl.cosemDsl.WhenExpr;
import org.meterwright.dsl.elaborate.Entry;
import org.meterwright.dsl.elaborate.Heads;
import org.meterwright.dsl.elaborate.Kind;
import org.meterwright.dsl.elaborate.Referent;
import org.meterwright.dsl.elaborate.Want;

/** What reactions wait for and do: triggers, guards and actions, and the attributes of the objects that COSEM has for them. */
final class ReactionContents {
	private static final int SCHEDULE_CLASS = 10;

	private final Workshop workshop;
	private final Actions actions;
	private final EventLogs logs;
	private final GeneratedScripts scripts;
	private final Thresholds thresholds;

	ReactionContents(Workshop workshop) {
		this.workshop = workshop;
		this.actions = new Actions(workshop, Actions.Place.REACTION);
		this.logs = new EventLogs();
		this.scripts = new GeneratedScripts(workshop);
		this.thresholds = new Thresholds(workshop, scripts);
	}

	void fill() {
		for (Piece<ReactionDecl, Reaction> piece : workshop.reactions()) {
			Entry<ReactionDecl> acting = Reactions.acting(piece.entry());
			Entry<ReactionDecl> returning = Reactions.returning(piece.entry());
			piece.element().getActions().addAll(actions.of(acting.node().getActions(), piece.scope(), acting.layer()));
			piece.element().getReturnActions().addAll(actions.of(returning.node().getBackActions(), piece.scope(), returning.layer()));
			guard(piece).ifPresent(piece.element()::setGuard);
			trigger(piece, piece.node().getTrigger());
		}
		scripts.fill();
	}

	private Optional<CosemObject> guard(Piece<ReactionDecl, Reaction> piece) {
		Ref guard = Heads.newest(piece.entry(), ReactionDecl::getGuard).orElse(null);
		if (guard == null) {
			return Optional.empty();
		}
		Optional<Referent> found = workshop.elaboration().resolver().one(guard, piece.scope(), Want.OBJECT);
		if (found.isPresent() && found.get().object().getInterfaceClass().getClassId() != SCHEDULE_CLASS) {
			workshop.elaboration().report().report("MW-LANG-223", guard, "%s is no Schedule (class 10), which is what holds a reaction back"
					.formatted(found.get().text()));
			return Optional.empty();
		}
		return found.map(Referent::object);
	}

	private void trigger(Piece<ReactionDecl, Reaction> piece, TriggerExpr trigger) {
		if (!piece.element().getReturnActions().isEmpty() && !(trigger instanceof WhenExpr)) {
			workshop.elaboration().report().report("MW-LANG-224", piece.node(), "only a threshold has a way back; leave return out");
		}
		switch (trigger) {
			case OnExpr on -> events(piece, on);
			case EveryExpr every -> times(piece, every);
			case WhenExpr when -> thresholds.fill(piece, when);
			default -> {
				// there are no other triggers
			}
		}
	}

	private void events(Piece<ReactionDecl, Reaction> piece, OnExpr on) {
		List<Event> events = new ArrayList<>();
		for (Ref ref : on.getEvents()) {
			workshop.elaboration().resolver().resolve(ref, piece.scope(), Want.of(Kind.EVENT)).forEach(found -> events.add((Event) found.symbol().element()));
		}
		Reaction reaction = piece.element();
		if (events.size() > 1 && logs.dependsOnEvent(reaction, piece.entry())) {
			split(reaction, piece, events);
		} else {
			wait(reaction, events);
			logs.complete(reaction, piece.entry(), events);
		}
	}

	/** Where the log records the event's own code, each event gets a reaction of its own. */
	private void split(Reaction reaction, Piece<ReactionDecl, Reaction> piece, List<Event> events) {
		List<Reaction> all = workshop.elaboration().model().getReactions();
		for (int i = events.size() - 1; i > 0; i--) {
			Reaction copy = EcoreUtil.copy(reaction);
			copy.setName("%s_%s".formatted(reaction.getName(), events.get(i).getName()));
			all.add(all.indexOf(reaction) + 1, copy);
			wait(copy, events.subList(i, i + 1));
			logs.complete(copy, piece.entry(), events.subList(i, i + 1));
		}
		wait(reaction, events.subList(0, 1));
		logs.complete(reaction, piece.entry(), events.subList(0, 1));
	}

	private static void wait(Reaction reaction, List<Event> events) {
		EventTrigger trigger = CosemFactory.eINSTANCE.createEventTrigger();
		trigger.getEvents().addAll(events);
		reaction.setTrigger(trigger);
	}

	private void times(Piece<ReactionDecl, Reaction> piece, EveryExpr every) {
		Times times = new Times(workshop.elaboration());
		List<Bytes> dateTimes = every.getTimes().stream().map(time -> times.dateTime(time, piece.scope())).flatMap(Optional::stream).toList();
		ScheduleTrigger trigger = CosemFactory.eINSTANCE.createScheduleTrigger();
		dateTimes.forEach(each -> trigger.getTimes().add(new Value.Octets(each)));
		piece.element().setTrigger(trigger);
		logs.complete(piece.element(), piece.entry(), List.of());
		if (piece.handle().isPresent() && !dateTimes.isEmpty()) {
			ScheduleValues values = ScheduleValues.of(dateTimes);
			ScriptCall script = scripts.call(piece, piece.element().getActions(), "");
			AssociationContents.set(piece.handle().get(), 2, Data.script(script), piece.sugar(piece.node()));
			AssociationContents.set(piece.handle().get(), 3, values.type(), piece.sugar(every));
			AssociationContents.set(piece.handle().get(), 4, values.executionTime(), piece.sugar(every));
		}
	}
}
