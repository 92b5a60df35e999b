// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.Optional;

import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.EventSource;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.EventDecl;
import org.meterwright.dsl.cosemDsl.Family;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Entry;
import org.meterwright.dsl.elaborate.Env;
import org.meterwright.dsl.elaborate.Heads;
import org.meterwright.dsl.elaborate.IndexEntry;
import org.meterwright.dsl.elaborate.Kind;
import org.meterwright.dsl.syntax.SyntaxFile;

/** Events of the firmware and of the meter itself. */
final class Events {
	private static final int LARGEST_CODE = 0xFFFF;

	private final Workshop workshop;

	Events(Workshop workshop) {
		this.workshop = workshop;
	}

	/** Makes the events. */
	void declare() {
		for (Entry<EventDecl> entry : workshop.elaboration().items().of(EventDecl.class)) {
			Family family = Heads.newest(entry, EventDecl::getFamily).orElse(null);
			for (Env env : workshop.elaboration().members(family)) {
				event(entry, Elaboration.entryOf(family, env));
			}
		}
	}

	private void event(Entry<EventDecl> entry, Optional<IndexEntry> index) {
		EventDecl node = entry.node();
		Event event = CosemFactory.eINSTANCE.createEvent();
		event.setName(workshop.name(Kind.EVENT, node.getName(), index, event, node).fullName());
		Heads.newest(entry, EventDecl::getSource).ifPresent(source -> event.setSource(EventSource.get(source)));
		Heads.newest(entry, EventDecl::getText).ifPresent(event::setText);
		event.setCode(code(Heads.writing(entry, each -> each.getCode() != null)));
		event.getOrigins().addAll(entry.origins());
		String documentation = SyntaxFile.documentation(node);
		event.setDocumentation(documentation.isEmpty() ? null : documentation);
		workshop.elaboration().model().getEvents().add(event);
	}

	private int code(EventDecl node) {
		int code = node.getCode() == null ? -1 : Codes.of(node.getCode());
		if (node.getCode() != null && (code < 0 || code > LARGEST_CODE)) {
			workshop.elaboration().report().report("MW-LANG-203", node, CosemDslPackage.eINSTANCE.getEventDecl_Code(),
					"an event code is 0 to 0xFFFF, not %s".formatted(node.getCode()));
			return -1;
		}
		return code;
	}
}
