// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.Acceptance;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.dsl.cosemDsl.AcceptItem;
import org.meterwright.dsl.cosemDsl.Target;
import org.meterwright.dsl.elaborate.Body;
import org.meterwright.dsl.elaborate.Entry;
import org.meterwright.dsl.elaborate.Env;
import org.meterwright.dsl.elaborate.Kind;
import org.meterwright.dsl.elaborate.Layer;
import org.meterwright.dsl.elaborate.ObjectHandle;
import org.meterwright.dsl.elaborate.Referent;
import org.meterwright.dsl.elaborate.Scope;
import org.meterwright.dsl.elaborate.Want;

/** {@code accept MW-... on x "why"}: on what it names, on the thing that it stands in, or anywhere in the meter. */
final class Accepts {
	private static final Want ANYTHING = new Want(EnumSet.allOf(Kind.class), Set.of(Want.Part.WHOLE, Want.Part.ATTRIBUTE));

	private final Workshop workshop;

	Accepts(Workshop workshop) {
		this.workshop = workshop;
	}

	void fill() {
		for (Entry<AcceptItem> entry : workshop.elaboration().items().of(AcceptItem.class)) {
			Scope scope = new Scope(workshop.device(entry, List.of()), Env.NONE);
			accept(entry.node(), null, scope, entry.layer());
		}
		for (ObjectHandle handle : workshop.elaboration().objects()) {
			for (Body.Line<AcceptItem> line : handle.body().accepts()) {
				accept(line.node(), handle.object(), line.scope(), line.layer());
			}
		}
		inside(workshop.associations());
		inside(workshop.pushes());
		inside(workshop.alerts());
	}

	private void inside(List<? extends Piece<?, ? extends Element>> pieces) {
		for (Piece<?, ? extends Element> piece : pieces) {
			for (Entry<?> layer : piece.layers()) {
				for (EObject item : layer.node().eContents()) {
					if (item instanceof AcceptItem accept) {
						accept(accept, piece.element(), piece.scope(), layer.layer());
					}
				}
			}
		}
	}

	private void accept(AcceptItem item, Element here, Scope scope, Layer layer) {
		if (item.getTarget() == null) {
			add(item, here, 0, layer);
			return;
		}
		List<Target> there = workshop.elaboration().targets().present(List.of(item.getTarget()), scope);
		for (Referent referent : workshop.elaboration().targets().resolve(there, scope, ANYTHING)) {
			if (referent.symbol().element() instanceof Element element) {
				add(item, subject(referent, element), referent.attribute().map(AttributeDefinition::getIndex).orElse(0), layer);
			}
		}
	}

	/** An association, push or reaction is meant rather than the object that goes with it, unless an attribute is named. */
	private Element subject(Referent referent, Element element) {
		if (referent.attribute().isPresent() || !(element instanceof CosemObject object) || !object.isGenerated()) {
			return element;
		}
		return Stream.of(workshop.associations(), workshop.pushes(), workshop.reactions()).flatMap(List::stream)
				.filter(piece -> piece.handle().isPresent() && piece.handle().get().object() == object).<Element>map(Piece::element).findFirst().orElse(element);
	}

	private void add(AcceptItem item, Element subject, int attribute, Layer layer) {
		Acceptance acceptance = CosemFactory.eINSTANCE.createAcceptance();
		acceptance.setRule(item.getRule());
		acceptance.setReason(item.getReason());
		acceptance.setSubject(subject);
		acceptance.setAttribute(attribute);
		acceptance.getOrigins().add(layer.place(item));
		workshop.elaboration().model().getAcceptances().add(acceptance);
	}
}
