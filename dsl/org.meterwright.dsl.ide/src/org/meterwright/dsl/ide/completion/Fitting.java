// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.meterwright.dsl.cosemDsl.AlertDecl;
import org.meterwright.dsl.cosemDsl.AssociationDecl;
import org.meterwright.dsl.cosemDsl.AttributeDecl;
import org.meterwright.dsl.cosemDsl.CompanionDecl;
import org.meterwright.dsl.cosemDsl.DeviceDecl;
import org.meterwright.dsl.cosemDsl.EventDecl;
import org.meterwright.dsl.cosemDsl.IndexDecl;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.PushDecl;
import org.meterwright.dsl.cosemDsl.RoleDecl;

/** Finds the names that fit at a place: what a keyword asks for, the members of an object, the literals of an attribute's type. */
final class Fitting {
	private static final Set<String> TARGETS = Set.of("show", "except", "omit", "remove", "like", "of", "set", "call", "read", "write", "send", "newest",
			"carry", "entry", "when", "accept");
	private final DeclaredNames names;
	private final Members members;

	Fitting(DeclaredNames names) {
		this.names = names;
		this.members = new Members(names);
	}

	Stream<Candidate> at(Place place, XtextResource resource) {
		Optional<ObjectDecl> enclosing = enclosingObject(resource, place.offset());
		if (!place.chain().isEmpty()) {
			return continued(place, enclosing);
		}
		return switch (place.governing()) {
			case "{", "}" -> unwritten(enclosing);
			case "=" -> value(place, enclosing);
			case ":" -> header(place, enclosing);
			case Place.NEW_LINE -> Stream.concat(units(place), unwritten(enclosing));
			default -> isStorage(place) ? unwritten(enclosing) : asked(place);
		};
	}

	private Stream<Candidate> unwritten(Optional<ObjectDecl> enclosing) {
		return enclosing.map(members::unwritten).orElse(Stream.empty());
	}

	private Stream<Candidate> units(Place place) {
		boolean number = !place.subject().isEmpty() && Character.isDigit(place.subject().charAt(0));
		return number ? names.units().stream().map(unit -> new Candidate(unit.getName(), unit.getTitle() == null ? "unit" : unit.getTitle(), Proposal.Kind.UNIT))
				: Stream.empty();
	}

	private static boolean isStorage(Place place) {
		return Set.of("nvm", "ram", "rom").contains(place.governing());
	}

	private Stream<Candidate> continued(Place place, Optional<ObjectDecl> enclosing) {
		if (place.governing().equals("import") || place.governing().equals("conforms")) {
			return place.governing().equals("import") ? namespaces(place) : companions(String.join(".", place.chain()) + ".");
		}
		return names.find(ObjectDecl.class, place.chain().getLast()).map(object -> members.of(object, place.governing()))
				.orElse(Stream.empty());
	}

	private Stream<Candidate> asked(Place place) {
		return switch (place.governing()) {
			case "alert" -> declared(AlertDecl.class, "Alert");
			case "push", "via" -> declared(PushDecl.class, "push set-up");
			case "raise" -> declared(EventDecl.class, "event");
			case "on" -> Set.of("read", "write", "call").contains(place.before()) ? members.targets() : declared(EventDecl.class, "event");
			case "log" -> members.objects("ProfileGeneric");
			case "capture" -> members.targets();
			case "run" -> members.objects("ScriptTable");
			case "unless" -> members.objects("Schedule");
			case "security", "by" -> members.objects("SecuritySetup", "DataProtection");
			case "to" -> Stream.concat(declared(AssociationDecl.class, "association"), Stream.concat(declared(RoleDecl.class, "role"), declared(DeviceDecl.class, "device")));
			default -> askedHeader(place.governing());
		};
	}

	private Stream<Candidate> askedHeader(String governing) {
		return switch (governing) {
			case "every" -> members.classes();
			case "role" -> declared(RoleDecl.class, "role");
			case "in" -> declared(IndexDecl.class, "index");
			case "conforms" -> companions("");
			case "extends" -> Stream.concat(declared(MeterDecl.class, "meter"), companions(""));
			case "import" -> names.namespaces().stream().map(name -> new Candidate(name + ".*", "namespace", Proposal.Kind.NAME));
			case "mechanism" -> members.literals("mechanism_id");
			case "conformance" -> members.literals("conformance_block");
			case "over" -> members.literals("transport_service_v2");
			default -> TARGETS.contains(governing) ? members.targets() : Stream.empty();
		};
	}

	private Stream<Candidate> value(Place place, Optional<ObjectDecl> enclosing) {
		return enclosing.flatMap(object -> attribute(object, place.subject()))
				.map(attribute -> Stream.concat(members.literals(attribute.getType()), members.references(attribute.getType())))
				.orElseGet(members::targets);
	}

	private Stream<Candidate> header(Place place, Optional<ObjectDecl> enclosing) {
		boolean inBody = enclosing.filter(object -> !place.subject().equals(object.getName())).isPresent();
		return inBody ? members.simpleTypes() : members.classesWithVersion();
	}

	private Optional<AttributeDecl> attribute(ObjectDecl object, String name) {
		return members.attributes(object).filter(attribute -> name.equals(attribute.getName())).findFirst();
	}

	private Stream<Candidate> namespaces(Place place) {
		String stem = String.join(".", place.chain()) + ".";
		return names.namespaces().stream().filter(name -> name.startsWith(stem))
				.map(name -> new Candidate(name.substring(stem.length()) + ".*", "namespace", Proposal.Kind.NAME));
	}

	private Stream<Candidate> companions(String stem) {
		return names.all(CompanionDecl.class).stream().map(CompanionDecl::getName).filter(name -> name.startsWith(stem))
				.map(name -> new Candidate(name.substring(stem.length()), "companion", Proposal.Kind.NAME));
	}

	private <T extends EObject> Stream<Candidate> declared(Class<T> kind, String detail) {
		return names.all(kind).stream().map(NameOf::name).flatMap(Optional::stream).map(name -> new Candidate(name, detail, Proposal.Kind.NAME));
	}

	/** Finds the object whose body the place lies in. Looks left over white space, since an unfinished line belongs to no node yet. */
	private static Optional<ObjectDecl> enclosingObject(XtextResource resource, int offset) {
		if (resource.getParseResult() == null) {
			return Optional.empty();
		}
		for (int place = offset; place >= 0; place--) {
			ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(resource.getParseResult().getRootNode(), place);
			if (leaf != null && !leaf.isHidden()) {
				return bodyOwner(leaf, offset);
			}
		}
		return Optional.empty();
	}

	private static Optional<ObjectDecl> bodyOwner(ILeafNode leaf, int offset) {
		List<ObjectDecl> owners = Stream.iterate(NodeModelUtils.findActualSemanticObjectFor(leaf), node -> node != null, EObject::eContainer)
				.filter(ObjectDecl.class::isInstance).map(ObjectDecl.class::cast).toList();
		boolean closed = leaf.getText().equals("}") && leaf.getEndOffset() <= offset && EcoreUtil2.getContainerOfType(leaf.getSemanticElement(), ObjectDecl.class) == leaf.getSemanticElement();
		return closed ? Optional.empty() : owners.stream().findFirst();
	}
}
