// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.AlertAction;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.Presence;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.Role;
import org.meterwright.dsl.cosemDsl.AlertDecl;
import org.meterwright.dsl.cosemDsl.AlertItem;
import org.meterwright.dsl.cosemDsl.AlertProtectLine;
import org.meterwright.dsl.cosemDsl.CarryLine;
import org.meterwright.dsl.cosemDsl.ClauseLine;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.FacesLine;
import org.meterwright.dsl.cosemDsl.LogLine;
import org.meterwright.dsl.cosemDsl.MessageLine;
import org.meterwright.dsl.cosemDsl.PresenceLine;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.SensitiveLine;
import org.meterwright.dsl.cosemDsl.ToLine;
import org.meterwright.dsl.cosemDsl.UnspecifiedLine;
import org.meterwright.dsl.cosemDsl.ViaLine;
import org.meterwright.dsl.elaborate.Entry;
import org.meterwright.dsl.elaborate.Env;
import org.meterwright.dsl.elaborate.Heads;
import org.meterwright.dsl.elaborate.IndexEntry;
import org.meterwright.dsl.elaborate.Kind;
import org.meterwright.dsl.elaborate.Layer;
import org.meterwright.dsl.elaborate.Referent;
import org.meterwright.dsl.elaborate.Scope;
import org.meterwright.dsl.elaborate.Want;
import org.meterwright.dsl.syntax.SyntaxFile;

/**
 * Alerts: declared once, by a companion or by the meter, with code and duties; used by name. The meter's model holds those that it
 * declares and those of companions that a reaction raises; each companion's element holds all that the companion declares.
 */
final class Alerts {
	private final Workshop workshop;
	private final Roles roles;

	Alerts(Workshop workshop) {
		this.workshop = workshop;
		this.roles = new Roles(workshop);
	}

	/** Makes the Alerts, without what they refer to. */
	void declare() {
		for (Entry<AlertDecl> entry : workshop.elaboration().items().of(AlertDecl.class)) {
			for (Env env : workshop.elaboration().members(Heads.newest(entry, AlertDecl::getFamily).orElse(null))) {
				declare(entry, Heads.widen(entry, env, AlertDecl::getFamily));
			}
		}
	}

	private void declare(Entry<AlertDecl> entry, Env env) {
		AlertDecl node = entry.node();
		Optional<IndexEntry> index = env.binders().values().stream().findFirst();
		Alert alert = CosemFactory.eINSTANCE.createAlert();
		alert.setName(workshop.name(Kind.ALERT, node.getName(), index, alert, node).fullName());
		Heads.newest(entry, AlertDecl::getCode).ifPresent(code -> alert.setCode(Codes.of(code)));
		alert.setCritical(flagged(entry, AlertDecl::isCritical));
		alert.setAlways(flagged(entry, AlertDecl::isAlways));
		Heads.newest(entry, AlertDecl::getText).ifPresent(alert::setText);
		declaring(entry).map(Companion::getName).ifPresent(alert::setCompanion);
		alert.getOrigins().addAll(entry.origins());
		String documentation = Piece.layers(entry).reversed().stream().map(layer -> SyntaxFile.documentation(layer.node())).filter(text -> !text.isEmpty()).findFirst().orElse("");
		alert.setDocumentation(documentation.isEmpty() ? null : documentation);
		workshop.alerts().add(new Piece<>(entry, env, workshop.home(), alert, Optional.empty()));
	}

	/** Tells whether a flag is set: a head with a code says all of them, one without can only add. */
	private static boolean flagged(Entry<AlertDecl> entry, Predicate<AlertDecl> flag) {
		for (Entry<AlertDecl> layer : Heads.newestFirst(entry)) {
			if (flag.test(layer.node()) || layer.node().getCode() != null) {
				return flag.test(layer.node());
			}
		}
		return false;
	}

	/** Returns the companion that declares an Alert first: an override in the meter changes it but does not own it. */
	private Optional<Companion> declaring(Entry<AlertDecl> entry) {
		return workshop.companions().of(Piece.layers(entry).getFirst());
	}

	/** Resolves recipients, logs, push, columns and events. */
	void fill() {
		for (Piece<AlertDecl, Alert> piece : workshop.alerts()) {
			for (Entry<AlertDecl> layer : piece.layers()) {
				replace(piece.element(), layer);
				events(piece, layer);
				layer.node().getItems().forEach(item -> read(piece, layer, item));
			}
		}
	}

	private void events(Piece<AlertDecl, Alert> piece, Entry<AlertDecl> layer) {
		for (Ref ref : layer.node().getEvents()) {
			if (!isCompanion(layer) || workshop.elaboration().resolver().knows(ref, piece.scope(), Want.of(Kind.EVENT))) {
				resolve(ref, piece.scope(), Kind.EVENT).forEach(found -> piece.element().getEvents().add((Event) found.symbol().element()));
			}
		}
	}

	private static boolean isCompanion(Entry<?> layer) {
		return layer.layer().kind().equals(Layer.COMPANION);
	}

	private List<Referent> resolve(Ref ref, Scope scope, Kind kind) {
		return workshop.elaboration().resolver().resolve(ref, scope, Want.of(kind));
	}

	/** A line of an override takes the place of those of its kind before, unless it says {@code also}. */
	private static void replace(Alert alert, Entry<AlertDecl> layer) {
		List<AlertItem> items = layer.node().getItems();
		if (items.stream().anyMatch(item -> item instanceof ToLine line && !line.isAlso())) {
			alert.getRecipients().clear();
		}
		if (items.stream().anyMatch(item -> item instanceof LogLine line && !line.isAlso())) {
			alert.getLogs().clear();
		}
		if (items.stream().anyMatch(item -> item instanceof CarryLine line && !line.isAlso())) {
			alert.getColumns().clear();
		}
		if (!layer.node().getEvents().isEmpty()) {
			alert.getEvents().clear();
		}
	}

	private void read(Piece<AlertDecl, Alert> piece, Entry<AlertDecl> layer, AlertItem item) {
		Alert alert = piece.element();
		switch (item) {
			case ToLine line -> line.getRoles().forEach(ref -> resolve(ref, piece.scope(), Kind.ROLE)
					.forEach(found -> alert.getRecipients().add((Role) found.symbol().element())));
			case LogLine line -> line.getLogs().forEach(ref -> alert.getLogs().addAll(objects(piece, layer, ref)));
			case ViaLine line -> resolve(line.getPush(), piece.scope(), Kind.PUSH).stream().findFirst()
					.ifPresent(found -> alert.setPush((Push) found.symbol().element()));
			case CarryLine line -> carry(piece, layer, line);
			case MessageLine line -> message(alert, line);
			case PresenceLine line -> presence(piece, layer, line);
			case SensitiveLine line -> alert.setSensitive(line.isSensitive());
			case FacesLine line -> line.getSides().forEach(side -> roles.side(line, CosemDslPackage.eINSTANCE.getFacesLine_Sides(), side).ifPresent(alert.getSides()::add));
			case ClauseLine line -> alert.getClauses().addAll(line.getClauses());
			case UnspecifiedLine line -> alert.getUnspecified().addAll(line.getFacets());
			case AlertProtectLine line -> objects(piece, layer, line.getProtection()).stream().findFirst().ifPresent(alert::setProtection);
			default -> {
				// acceptances have a step of their own
			}
		}
	}

	private void message(Alert alert, MessageLine line) {
		alert.setMessage(Codes.of(line.getCode()));
		if (line.getPayload() != null) {
			alert.setPayload(workshop.elaboration().types().type(line.getPayload()));
		}
	}

	private void presence(Piece<AlertDecl, Alert> piece, Entry<AlertDecl> layer, PresenceLine line) {
		Alert alert = piece.element();
		alert.setPresence(Presence.get(line.getPresence()));
		alert.setBit(line.getBit() == null ? -1 : Codes.of(line.getBit()));
		line.getMasks().forEach(ref -> alert.getMasks().addAll(objects(piece, layer, ref)));
	}

	/** A companion names the objects that it requires; in a meter they are those of the same class and logical name. */
	private List<CosemObject> objects(Piece<AlertDecl, Alert> piece, Entry<AlertDecl> layer, Ref ref) {
		return isCompanion(layer) ? workshop.required().objects(ref)
				: workshop.elaboration().resolver().resolve(ref, piece.scope(), Want.OBJECT).stream().map(Referent::object).toList();
	}

	private void carry(Piece<AlertDecl, Alert> piece, Entry<AlertDecl> layer, CarryLine line) {
		if (isCompanion(layer)) {
			piece.element().getColumns().addAll(workshop.required().columns(line.getColumns()));
		} else {
			piece.element().getColumns().addAll(new Columns(workshop.elaboration()).of(line.getColumns(), piece.scope()));
		}
	}

	/** Puts the Alerts into the model: all into the companion that declares them, those that are raised or the meter's own into the meter. */
	void finish() {
		Set<Alert> raised = new HashSet<>();
		for (Reaction reaction : workshop.elaboration().model().getReactions()) {
			reaction.getActions().stream().filter(AlertAction.class::isInstance).forEach(action -> raised.add(((AlertAction) action).getAlert()));
			reaction.getReturnActions().stream().filter(AlertAction.class::isInstance).forEach(action -> raised.add(((AlertAction) action).getAlert()));
		}
		for (Piece<AlertDecl, Alert> piece : workshop.alerts()) {
			Optional<Companion> companion = declaring(piece.entry());
			companion.ifPresent(each -> each.getAlerts().add(EcoreUtil.copy(piece.element())));
			if (companion.isEmpty() || raised.contains(piece.element())) {
				workshop.elaboration().model().getAlerts().add(piece.element());
			}
		}
	}
}
