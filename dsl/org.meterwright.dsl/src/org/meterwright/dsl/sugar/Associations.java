// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.dsl.cosemDsl.AssociationDecl;
import org.meterwright.dsl.cosemDsl.AssociationItem;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.VersionLine;
import org.meterwright.dsl.elaborate.Body;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Entry;
import org.meterwright.dsl.elaborate.Env;
import org.meterwright.dsl.elaborate.Heads;
import org.meterwright.dsl.elaborate.Kind;
import org.meterwright.dsl.elaborate.ObjectHandle;
import org.meterwright.dsl.elaborate.Scope;
import org.meterwright.dsl.elaborate.Suggest;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.rules.check.WatchedAssociation;

/**
 * Application associations and their Association LN objects (class 15). The version of the class is 1, or 3 in a device where any grant
 * asks for a protection that version 1 has no code for; {@code version n} decides otherwise.
 */
final class Associations {
	static final int CLASS = 15;
	static final LogicalName CURRENT = new LogicalName(0, 0, 40, 0, 0, 255);
	private static final String OBJECT_LIST = "object_list";
	private static final int SIMPLE_VERSION = 1;
	private static final int PROTECTION_VERSION = 3;

	private final Workshop workshop;

	Associations(Workshop workshop) {
		this.workshop = workshop;
	}

	/** Makes the associations with their objects, and the current association of each device that shows it. */
	void declare() {
		List<Entry<AssociationDecl>> entries = workshop.elaboration().items().of(AssociationDecl.class);
		Map<String, Integer> versions = new HashMap<>();
		for (Entry<AssociationDecl> entry : entries) {
			int needed = Protections.needVersion3(items(entry)) ? PROTECTION_VERSION : SIMPLE_VERSION;
			versions.merge(device(entry), needed, Math::max);
		}
		for (Entry<AssociationDecl> entry : entries) {
			if (workshop.elaboration().device(device(entry)).isEmpty()) {
				unknownDevice(entry);
			} else if (workshop.isFree(device(entry), entry.node().getName(), entry.node(), CosemDslPackage.eINSTANCE.getAssociationDecl_Name())) {
				association(entry, versions.get(device(entry)));
			}
		}
		new CurrentAssociation(workshop).declare();
	}

	/** Returns the lines of an association, those of what it overrides first. */
	static List<AssociationItem> items(Entry<AssociationDecl> entry) {
		return Piece.layers(entry).stream().flatMap(layer -> layer.node().getItems().stream()).toList();
	}

	private static String device(Entry<AssociationDecl> entry) {
		return Heads.newest(entry, AssociationDecl::getDevice).orElse("");
	}

	private void unknownDevice(Entry<AssociationDecl> entry) {
		AssociationDecl node = Heads.writing(entry, each -> each.getDevice() != null);
		String name = device(entry);
		Set<String> devices = workshop.elaboration().symbols().devices();
		Optional<String> near = Suggest.nearest(name, devices);
		workshop.elaboration().report().report("MW-LANG-204", node, CosemDslPackage.eINSTANCE.getAssociationDecl_Device(),
				"no device %s%s".formatted(name, near.map("; did you mean %s?"::formatted).orElse("; there is %s".formatted(String.join(", ", devices)))),
				near.map(each -> new String[] { each }).orElse(new String[0]));
	}

	private void association(Entry<AssociationDecl> entry, int usualVersion) {
		AssociationDecl node = entry.node();
		Optional<LogicalName> name = logicalName(entry);
		int version = items(entry).stream().filter(VersionLine.class::isInstance).map(VersionLine.class::cast)
				.reduce((first, last) -> last).map(line -> Codes.of(line.getVersion())).orElse(usualVersion);
		Optional<InterfaceClass> type = workshop.elaboration().libraryClass(CLASS, version);
		if (type.isEmpty()) {
			workshop.elaboration().report().report("MW-LANG-205", node, "Association LN has no version %d".formatted(version));
		}
		if (name.isEmpty() || type.isEmpty()) {
			return;
		}
		LogicalDevice device = workshop.elaboration().device(device(entry)).orElseThrow();
		ObjectHandle handle = workshop.elaboration().create(new Elaboration.NewObject(node.getName(), Optional.empty(), type.get(), name.get(), device.getName(),
				false, true, node, entry.origins()));
		Association association = new WatchedAssociation();
		association.setName(node.getName());
		association.setObject(handle.object());
		association.getOrigins().addAll(entry.origins());
		String documentation = SyntaxFile.documentation(node);
		association.setDocumentation(documentation.isEmpty() ? null : documentation);
		device.getAssociations().add(association);
		workshop.name(Kind.ASSOCIATION, node.getName(), Optional.empty(), association, node);
		Piece<AssociationDecl, Association> piece = new Piece<>(entry, Env.NONE, device.getName(), association, Optional.of(handle));
		lines(piece, handle);
		workshop.associations().add(piece);
	}

	private Optional<LogicalName> logicalName(Entry<AssociationDecl> entry) {
		Optional<AssociationDecl> written = Piece.layers(entry).reversed().stream().map(Entry::node).filter(node -> node.getLn() != null).findFirst();
		if (written.isPresent()) {
			return workshop.elaboration().logicalName(written.get(), written.get().getLn(), Env.NONE);
		}
		Optional<LogicalName> free = workshop.elaboration().logicalNames().free(device(entry), 1, 255, n -> new LogicalName(0, 0, 40, 0, n, 255));
		if (free.isEmpty()) {
			workshop.elaboration().report().report("MW-LANG-206", entry.node(), "no logical name 0-0:40.0.n*255 is free; write one");
		}
		return free;
	}

	/** Hands the attribute lines of the association to its object. */
	private void lines(Piece<AssociationDecl, Association> piece, ObjectHandle handle) {
		for (Entry<AssociationDecl> layer : piece.layers()) {
			for (AssociationItem item : layer.node().getItems()) {
				if (item instanceof AttributeLine line && line.getName().equals(OBJECT_LIST) && line.getValue() != null) {
					workshop.elaboration().report().report("MW-LANG-216", line, CosemDslPackage.eINSTANCE.getAttributeLine_Name(),
							"show, entry and grants say what object_list says; leave it out");
				} else if (item instanceof AttributeLine line) {
					handle.body().set(new Body.Line<>(line, new Scope(piece.device(), Env.NONE), layer.layer()));
				}
			}
		}
	}
}
