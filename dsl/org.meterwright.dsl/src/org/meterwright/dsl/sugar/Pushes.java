// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.PropertyDecl;
import org.meterwright.dsl.cosemDsl.PushDecl;
import org.meterwright.dsl.cosemDsl.PushItem;
import org.meterwright.dsl.cosemDsl.PushRemoveLine;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.elaborate.Body;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Entry;
import org.meterwright.dsl.elaborate.Env;
import org.meterwright.dsl.elaborate.Heads;
import org.meterwright.dsl.elaborate.IndexEntry;
import org.meterwright.dsl.elaborate.Kind;
import org.meterwright.dsl.elaborate.Layer;
import org.meterwright.dsl.elaborate.ObjectHandle;
import org.meterwright.dsl.elaborate.Symbol;
import org.meterwright.dsl.syntax.SyntaxFile;

/**
 * Push set-ups and their Push setup objects (class 40, version 2 where the text does not say another). A set-up without destination is
 * internal where a companion says {@code property internal_push = true}: there it ends in a Data-Notification and no client sees it.
 */
final class Pushes {
	static final int CLASS = 40;
	private static final int USUAL_VERSION = 2;
	private static final String INTERNAL = "internal_push";

	private final Workshop workshop;

	Pushes(Workshop workshop) {
		this.workshop = workshop;
	}

	void declare() {
		for (Entry<PushDecl> entry : workshop.elaboration().items().of(PushDecl.class)) {
			Optional<InterfaceClass> type = type(entry);
			boolean free = workshop.isFree(device(entry), entry.node().getName(), entry.node(), CosemDslPackage.eINSTANCE.getPushDecl_Name());
			if (type.isPresent() && free) {
				for (Env each : workshop.elaboration().members(Heads.newest(entry, PushDecl::getFamily).orElse(null))) {
					Env env = Heads.widen(entry, each, PushDecl::getFamily);
					logicalName(entry, env).ifPresent(name -> push(entry, env, type.get(), name));
				}
			}
		}
	}

	private Optional<InterfaceClass> type(Entry<PushDecl> entry) {
		PushDecl node = entry.node();
		Optional<PushDecl> written = Piece.layers(entry).reversed().stream().map(Entry::node).filter(each -> each.getInterfaceClass() != null).findFirst();
		if (written.isEmpty()) {
			return workshop.elaboration().libraryClass(CLASS, USUAL_VERSION);
		}
		Optional<InterfaceClass> type = workshop.elaboration().interfaceClass(written.get(), CosemDslPackage.eINSTANCE.getPushDecl_InterfaceClass(),
				written.get().getInterfaceClass(), Optional.ofNullable(written.get().getVersion()));
		if (type.isPresent() && type.get().getClassId() != CLASS) {
			workshop.elaboration().report().report("MW-LANG-210", node, CosemDslPackage.eINSTANCE.getPushDecl_InterfaceClass(),
					"a push is a Push setup (class 40), not %s".formatted(type.get().getName()));
			return Optional.empty();
		}
		return type;
	}

	private Optional<LogicalName> logicalName(Entry<PushDecl> entry, Env env) {
		Optional<PushDecl> written = Piece.layers(entry).reversed().stream().map(Entry::node).filter(each -> each.getLn() != null).findFirst();
		if (written.isPresent()) {
			return workshop.elaboration().logicalName(written.get(), written.get().getLn(), env);
		}
		Optional<LogicalName> free = workshop.elaboration().logicalNames().free(device(entry), 0, 255, b -> new LogicalName(0, b, 25, 9, 0, 255));
		if (free.isEmpty()) {
			workshop.elaboration().report().report("MW-LANG-206", entry.node(), "no logical name 0-b:25.9.0*255 is free; write one");
		}
		return free;
	}

	/** Returns the device that a push stands in: outside devices that of the association whose client gets it. */
	private String device(Entry<PushDecl> entry) {
		if (!entry.device().isEmpty()) {
			return entry.device();
		}
		String partner = partner(entry).map(ref -> ref.getSegments().getLast().getName()).orElse("");
		return workshop.associations().stream().filter(piece -> piece.node().getName().equals(partner)).map(Piece::device).findFirst().orElseGet(workshop::home);
	}

	/** Returns the association whose client gets the push. */
	static Optional<Ref> partner(Entry<PushDecl> entry) {
		return Heads.newest(entry, PushDecl::getPartner);
	}

	private void push(Entry<PushDecl> entry, Env env, InterfaceClass type, LogicalName name) {
		PushDecl node = entry.node();
		Optional<IndexEntry> index = env.binders().values().stream().findFirst();
		ObjectHandle handle = workshop.elaboration().create(new Elaboration.NewObject(node.getName(), index, type, name, device(entry),
				isInternal(entry), true, node, entry.origins()));
		Push push = CosemFactory.eINSTANCE.createPush();
		Symbol symbol = workshop.name(Kind.PUSH, node.getName(), index, push, node);
		push.setName(symbol.fullName());
		push.setObject(handle.object());
		push.setAddressed(service(entry).isPresent());
		push.getOrigins().addAll(entry.origins());
		String documentation = SyntaxFile.documentation(node);
		push.setDocumentation(documentation.isEmpty() ? null : documentation);
		workshop.elaboration().model().getPushes().add(push);
		Piece<PushDecl, Push> piece = new Piece<>(entry, env, device(entry), push, Optional.of(handle));
		lines(piece, handle);
		workshop.pushes().add(piece);
	}

	/** Returns the declaration that says how the push travels: the newest that does. */
	static Optional<PushDecl> service(Entry<PushDecl> entry) {
		return Piece.layers(entry).reversed().stream().map(Entry::node).filter(node -> node.getService() != null).findFirst();
	}

	private boolean isInternal(Entry<PushDecl> entry) {
		return Piece.layers(entry).stream().anyMatch(layer -> layer.node().isInternal()) || service(entry).isEmpty() && companionKeepsInside();
	}

	private boolean companionKeepsInside() {
		List<Entry<PropertyDecl>> said = workshop.elaboration().items().of(PropertyDecl.class).stream()
				.filter(entry -> entry.layer().kind().equals(Layer.COMPANION) && entry.node().getName().equals(INTERNAL)).toList();
		return !said.isEmpty() && workshop.elaboration().values().fact(said.getLast().node().getValue())
				.filter(value -> value instanceof Value.Bool bool && bool.value()).isPresent();
	}

	private static void lines(Piece<PushDecl, Push> piece, ObjectHandle handle) {
		for (Entry<PushDecl> layer : piece.layers()) {
			for (PushItem item : layer.node().getItems()) {
				if (item instanceof PushRemoveLine line) {
					line.getNames().forEach(name -> handle.body().attributes().remove(name));
				} else if (item instanceof AttributeLine line) {
					handle.body().set(new Body.Line<>(line, piece.scope(), layer.layer()));
				}
			}
		}
	}
}
