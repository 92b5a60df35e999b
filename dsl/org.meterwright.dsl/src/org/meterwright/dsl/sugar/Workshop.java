// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.AlertDecl;
import org.meterwright.dsl.cosemDsl.AssociationDecl;
import org.meterwright.dsl.cosemDsl.PushDecl;
import org.meterwright.dsl.cosemDsl.ReactionDecl;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Entry;
import org.meterwright.dsl.elaborate.IndexEntry;
import org.meterwright.dsl.elaborate.Kind;
import org.meterwright.dsl.elaborate.Layer;
import org.meterwright.dsl.elaborate.Scope;
import org.meterwright.dsl.elaborate.Symbol;
import org.meterwright.dsl.elaborate.Want;
import org.meterwright.dsl.syntax.SyntaxFile;

/** What the sugar of one meter shares: the elaboration and the pieces that are declared and wait to be filled in. */
final class Workshop {
	private static final int SECURITY_SETUP = 64;

	private final Elaboration elaboration;
	private final List<Piece<AssociationDecl, Association>> associations = new ArrayList<>();
	private final List<Piece<PushDecl, Push>> pushes = new ArrayList<>();
	private final List<Piece<AlertDecl, Alert>> alerts = new ArrayList<>();
	private final List<Piece<ReactionDecl, Reaction>> reactions = new ArrayList<>();
	private final CompanionModels companions;
	private final RequiredObjects required;
	private final Requirements requirements;

	Workshop(Elaboration elaboration) {
		this.elaboration = elaboration;
		this.companions = new CompanionModels(elaboration);
		this.required = new RequiredObjects(elaboration);
		this.requirements = new Requirements(this);
	}

	Elaboration elaboration() {
		return elaboration;
	}

	CompanionModels companions() {
		return companions;
	}

	RequiredObjects required() {
		return required;
	}

	/** Returns the requirements of the companions, once they are made. */
	Requirements requirements() {
		return requirements;
	}

	/** Returns the roles that a line names; reports those that nobody declares. */
	List<Role> roles(List<Ref> refs) {
		return refs.stream().flatMap(ref -> elaboration.resolver().resolve(ref, Scope.METER, Want.of(Kind.ROLE)).stream()).map(found -> (Role) found.symbol().element()).toList();
	}

	/** Returns the place where the meter says that it conforms to something. */
	EObject conformance() {
		return elaboration.items().chain().reversed().stream().filter(meter -> !meter.getConforms().isEmpty())
				.<EObject>map(meter -> meter.getConforms().getFirst()).findFirst().orElse(elaboration.declaration());
	}

	List<Piece<AssociationDecl, Association>> associations() {
		return associations;
	}

	List<Piece<PushDecl, Push>> pushes() {
		return pushes;
	}

	List<Piece<AlertDecl, Alert>> alerts() {
		return alerts;
	}

	List<Piece<ReactionDecl, Reaction>> reactions() {
		return reactions;
	}

	/** Gives an element of the whole meter its name. */
	Symbol name(Kind kind, String name, Optional<IndexEntry> index, EObject element, EObject declaration) {
		Symbol symbol = new Symbol(kind, "", name, index, element, declaration);
		elaboration.symbols().add(symbol);
		return symbol;
	}

	/** Returns the device of things that stand outside devices: the one with SAP 1, else the first; empty when there is none. */
	String home() {
		return elaboration.devices().stream().filter(device -> device.getSap() == 1).findFirst().or(() -> elaboration.devices().stream().findFirst())
				.map(device -> device.getName()).orElse("");
	}

	/** Returns the device that an item stands in; outside devices that of the first reference that names one, else the usual one. */
	String device(Entry<?> entry, List<Ref> references) {
		if (!entry.device().isEmpty()) {
			return entry.device();
		}
		return references.stream().filter(ref -> ref.getSegments().size() > 1).map(ref -> ref.getSegments().getFirst().getName())
				.filter(elaboration.symbols()::isDevice).findFirst().orElseGet(this::home);
	}

	/** Names a Security setup of the logical device that something stands in, for whoever named something else. */
	static String[] security(CosemObject near) {
		return CosemObjects.device(near).stream().flatMap(device -> device.getObjects().stream()).filter(object -> object.getInterfaceClass().getClassId() == SECURITY_SETUP)
				.map(CosemObject::getName).limit(1).toArray(String[]::new);
	}

	/** Tells whether a name for an object is free in a device; reports it when another declaration has it. */
	boolean isFree(String device, String name, EObject declaration, EStructuralFeature feature) {
		Optional<Symbol> other = elaboration.symbols().find(device, name, Set.of(Kind.OBJECT, Kind.GROUP)).stream()
				.filter(symbol -> symbol.declaration() != declaration).findFirst();
		other.ifPresent(symbol -> {
			Origin place = SyntaxFile.place(symbol.declaration(), Layer.WRITTEN);
			elaboration.report().report("MW-LANG-240", declaration, feature, "%s is the name of something else in %s, in %s line %d".formatted(name, device, place.file(),
					place.line()), place.toString());
		});
		return other.isEmpty();
	}
}
