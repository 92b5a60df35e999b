// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.Selection;
import org.meterwright.cosem.builder.AssociationValues;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.dsl.cosemDsl.ColumnExpr;
import org.meterwright.dsl.cosemDsl.ConfirmedLine;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.ProtectLine;
import org.meterwright.dsl.cosemDsl.PushDecl;
import org.meterwright.dsl.cosemDsl.PushItem;
import org.meterwright.dsl.cosemDsl.PushRemoveLine;
import org.meterwright.dsl.cosemDsl.RandomiseLine;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.RetryLine;
import org.meterwright.dsl.cosemDsl.SendLine;
import org.meterwright.dsl.cosemDsl.WindowLine;
import org.meterwright.dsl.elaborate.DefaultStep;
import org.meterwright.dsl.elaborate.Entry;
import org.meterwright.dsl.elaborate.Kind;
import org.meterwright.dsl.elaborate.ObjectHandle;
import org.meterwright.dsl.elaborate.Referent;
import org.meterwright.dsl.elaborate.Resolver;
import org.meterwright.dsl.elaborate.Targets;
import org.meterwright.dsl.elaborate.Want;

/** What a push set-up's lines say, in the push and in the attributes of its Push setup object. Later lines of a kind replace earlier layers'. */
final class PushContents {
	/** The attributes of Push setup that a line fills. */
	private static final Map<String, List<Integer>> LINES = Map.of("window", List.of(4), "randomise", List.of(5), "retry", List.of(6, 7), "protect", List.of(10),
			"confirmed", List.of(11));
	private static final String OBJECT_LIST = "push_object_list";
	private static final int SECURITY_SETUP = 64;
	private static final LogicalName NOWHERE = new LogicalName(0, 0, 0, 0, 0, 0);

	private final Workshop workshop;
	private final Columns columns;
	private final PushTimes times;

	PushContents(Workshop workshop) {
		this.workshop = workshop;
		this.columns = new Columns(workshop.elaboration());
		this.times = new PushTimes(workshop.elaboration());
	}

	void fill() {
		workshop.pushes().forEach(this::fill);
	}

	private void fill(Piece<PushDecl, Push> piece) {
		ObjectHandle handle = piece.handle().orElseThrow();
		partner(piece).ifPresent(piece.element()::setPartner);
		defaults(piece, handle);
		destination(piece, handle);
		for (var layer : piece.layers()) {
			if (layer.node().getItems().stream().anyMatch(item -> item instanceof SendLine line && !line.isAlso())) {
				piece.element().getColumns().clear();
			}
			for (PushItem item : layer.node().getItems()) {
				int before = piece.element().getColumns().size();
				read(piece, handle, item);
				List<Column> all = piece.element().getColumns();
				workshop.elaboration().traced(handle.object()).filter(traced -> all.size() > before)
						.ifPresent(traced -> traced.columns(all.subList(before, all.size()), layer.place(item)));
			}
		}
		workshop.elaboration().traced(handle.object()).ifPresent(traced -> traced.keep(piece.element().getColumns()));
		if (!piece.element().getColumns().isEmpty() && handle.body().attributes().containsKey(OBJECT_LIST)) {
			workshop.elaboration().report().report("MW-LANG-216", handle.body().attributes().get(OBJECT_LIST).node(),
					CosemDslPackage.eINSTANCE.getAttributeLine_Name(), "send says what push_object_list says; keep one of them");
		}
		list(piece, handle);
	}

	private Optional<Association> partner(Piece<PushDecl, Push> piece) {
		return Pushes.partner(piece.entry()).flatMap(ref -> workshop.elaboration().resolver().one(ref, piece.scope(), Want.of(Kind.ASSOCIATION)))
				.map(found -> (Association) found.symbol().element());
	}

	private void defaults(Piece<PushDecl, Push> piece, ObjectHandle handle) {
		Origin origin = piece.sugar(piece.node());
		AssociationContents.set(handle, 8, Values.logicalName(NOWHERE), origin);
		if (piece.element().getPartner() != null) {
			AssociationContents.set(handle, 9, AssociationValues.client(piece.element().getPartner().getClientSap()), origin);
		}
	}

	private void destination(Piece<PushDecl, Push> piece, ObjectHandle handle) {
		Optional<PushDecl> said = Pushes.service(piece.entry());
		int service = said.map(node -> service(node, handle)).orElse(0);
		byte[] address = said.map(PushDecl::getAddress).orElse("").getBytes(StandardCharsets.UTF_8);
		Value value = Values.structure(Values.enumerated(service), new Value.Octets(Bytes.of(address)), Values.enumerated(0));
		if (said.isPresent()) {
			AssociationContents.start(handle, 3, value, piece.sugar(said.get()));
		} else {
			AssociationContents.set(handle, 3, value, piece.sugar(piece.node()));
		}
	}

	private int service(PushDecl node, ObjectHandle handle) {
		List<DataType.Literal> services = handle.definition(3).map(AttributeDefinition::getType).map(DataType::bare)
				.map(type -> type instanceof DataType.StructureOf structure ? LibraryLiterals.literals(structure.fields().getFirst().type()) : List.<DataType.Literal>of())
				.orElse(List.of());
		return new LibraryLiterals(workshop.elaboration()).code(services, "transport service", node, CosemDslPackage.eINSTANCE.getPushDecl_Service(),
				node.getService()).orElse(0);
	}

	private void read(Piece<PushDecl, Push> piece, ObjectHandle handle, PushItem item) {
		Origin origin = piece.sugar(item);
		int version = handle.object().getInterfaceClass().getVersion();
		switch (item) {
			case SendLine line -> piece.element().getColumns().addAll(columns.of(kept(piece, line), piece.scope()));
			case WindowLine line -> AssociationContents.set(handle, 4, times.windows(line, piece.scope()), origin);
			case RandomiseLine line -> times.randomise(line).ifPresent(value -> AssociationContents.set(handle, 5, value, origin));
			case RetryLine line -> {
				AssociationContents.set(handle, 6, times.retries(line), origin);
				times.delay(line, version).ifPresent(value -> AssociationContents.set(handle, 7, value, origin));
			}
			case ProtectLine line -> protect(piece, handle, line);
			case PushRemoveLine line -> remove(piece, handle, line);
			case ConfirmedLine line -> confirmed(handle, line, version, origin);
			default -> {
				// attribute lines and acceptances have steps of their own
			}
		}
	}

	/** Leaves out columns of what the meter removed, where an override of the push takes them away too. */
	private List<ColumnExpr> kept(Piece<PushDecl, Push> piece, SendLine line) {
		List<Ref> away = piece.layers().stream().flatMap(layer -> layer.node().getItems().stream()).filter(PushRemoveLine.class::isInstance)
				.flatMap(item -> ((PushRemoveLine) item).getColumns().stream()).map(ColumnExpr::getTarget).toList();
		return line.getColumns().stream().filter(expr -> !workshop.elaboration().targets().isTakenAway(expr.getTarget(), away, piece.scope())).toList();
	}

	/** Takes away what an overridden push said: columns, or a line, whose attribute is then as if it had never been written. */
	private void remove(Piece<PushDecl, Push> piece, ObjectHandle handle, PushRemoveLine line) {
		Targets targets = workshop.elaboration().targets();
		for (ColumnExpr expr : line.getColumns().stream().filter(each -> !targets.isTakenAway(each.getTarget(), piece.scope())).toList()) {
			for (Column column : columns.of(List.of(expr), piece.scope())) {
				if (!piece.element().getColumns().removeIf(each -> Columns.same(each, column))) {
					workshop.elaboration().report().report("MW-LANG-012", expr, "nothing to remove: %s is not sent".formatted(Resolver.text(expr.getTarget())));
				}
			}
		}
		for (int attribute : LINES.getOrDefault(String.valueOf(line.getLine()), List.of())) {
			handle.attribute(attribute).ifPresent(each -> handle.object().getAttributes().remove(each));
			DefaultStep.fillAgain(workshop.elaboration(), handle, attribute);
		}
		if ("protect".equals(line.getLine())) {
			piece.element().setProtection(0);
			piece.element().setSecurity(null);
		}
	}

	private void confirmed(ObjectHandle handle, ConfirmedLine line, int version, Origin origin) {
		if (version < 2) {
			workshop.elaboration().report().report("MW-LANG-211", line, "Push setup version %d knows no confirmation; it needs version 2".formatted(version));
			return;
		}
		AssociationContents.set(handle, 11, Values.enumerated(2), origin);
	}

	private void protect(Piece<PushDecl, Push> piece, ObjectHandle handle, ProtectLine line) {
		int bits = Protections.bits(line.getProtection());
		piece.element().setProtection(bits & PushProtection.REQUEST);
		Optional<Referent> security = workshop.elaboration().resolver().one(line.getSecurity(), piece.scope(), Want.OBJECT);
		if (security.isPresent() && security.get().object().getInterfaceClass().getClassId() != SECURITY_SETUP) {
			workshop.elaboration().report().report("MW-LANG-207", line, "%s is no Security setup".formatted(security.get().text()), Workshop.security(security.get().object()));
		} else if (security.isPresent()) {
			piece.element().setSecurity(security.get().object());
		}
		if (handle.object().getInterfaceClass().getVersion() > 0) {
			AssociationContents.set(handle, 10, PushProtection.value(bits), piece.sugar(line));
		}
	}

	private void list(Piece<PushDecl, Push> piece, ObjectHandle handle) {
		int version = handle.object().getInterfaceClass().getVersion();
		List<Origin> origins = origins(piece);
		piece.element().getColumns().stream().filter(column -> column.getSelection() != Selection.ALL && !NewestFirst.holds(column.getObject())).findFirst()
				.filter(column -> !handle.object().isInternal()).ifPresent(column -> wholeBuffer(piece, column));
		AssociationContents.set(handle, 2, ColumnValues.list(piece.element().getColumns(), ColumnValues.ofPush(version)), origins);
	}

	/** Returns where the columns come from: the newest line that changed them first. */
	private static List<Origin> origins(Piece<PushDecl, Push> piece) {
		List<Origin> origins = new ArrayList<>();
		for (Entry<PushDecl> layer : piece.layers()) {
			for (PushItem item : layer.node().getItems()) {
				if (item instanceof SendLine line) {
					origins.addFirst(origins.isEmpty() || !line.isAlso() ? layer.place(line) : layer.place(line).adding());
				} else if (item instanceof PushRemoveLine line && line.isSend()) {
					origins.addFirst(layer.place(line).removing());
				}
			}
		}
		return origins.isEmpty() ? List.of(piece.sugar(piece.node())) : origins;
	}

	/** The trigger table still knows which entries are meant; a client that reads the list does not. */
	private void wholeBuffer(Piece<PushDecl, Push> piece, Column column) {
		workshop.elaboration().report().report("MW-LANG-238", piece.node(), CosemDslPackage.eINSTANCE.getPushDecl_Name(),
				"the newest entry of %s has no fixed number, so push_object_list names the whole buffer; with sort_method = lifo it is entry 1"
						.formatted(column.getObject().getName()));
	}
}
