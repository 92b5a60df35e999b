// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.Side;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.RoleDecl;
import org.meterwright.dsl.cosemDsl.RoleLine;
import org.meterwright.dsl.elaborate.Entry;
import org.meterwright.dsl.elaborate.Kind;
import org.meterwright.dsl.elaborate.Suggest;
import org.meterwright.dsl.elaborate.Symbol;
import org.meterwright.dsl.syntax.SyntaxFile;

/** Roles: parties that associations and Alerts are for, and the side of the meter that they are on. */
final class Roles {
	private final Workshop workshop;

	Roles(Workshop workshop) {
		this.workshop = workshop;
	}

	/** Makes the roles of the companions and of the meter. */
	void declare() {
		for (Entry<RoleDecl> entry : workshop.elaboration().items().of(RoleDecl.class)) {
			Role role = CosemFactory.eINSTANCE.createRole();
			role.setName(entry.node().getName());
			role.setText(entry.node().getText());
			role.getOrigins().addAll(entry.origins());
			String documentation = SyntaxFile.documentation(entry.node());
			role.setDocumentation(documentation.isEmpty() ? null : documentation);
			side(entry.node(), CosemDslPackage.eINSTANCE.getRoleDecl_Side(), entry.node().getSide()).ifPresent(role::setSide);
			workshop.companions().of(entry).map(companion -> companion.getRoles()).orElse(workshop.elaboration().model().getRoles()).add(role);
			workshop.name(Kind.ROLE, role.getName(), Optional.empty(), role, entry.node());
		}
	}

	/** Finds the role of an association and tells it its side. */
	Optional<Role> of(RoleLine line) {
		String name = line.getRole().substring(line.getRole().lastIndexOf('.') + 1);
		List<Symbol> found = workshop.elaboration().symbols().find("", name, Set.of(Kind.ROLE));
		if (found.isEmpty()) {
			unknown(line, name);
			return Optional.empty();
		}
		workshop.elaboration().links().add(line, CosemDslPackage.eINSTANCE.getRoleLine_Role(), found.getFirst().declaration());
		Role role = (Role) found.getFirst().element();
		side(line, CosemDslPackage.eINSTANCE.getRoleLine_Side(), line.getSide()).ifPresent(side -> face(line, role, side));
		return Optional.of(role);
	}

	private void unknown(RoleLine line, String name) {
		Optional<String> near = Suggest.nearest(name, workshop.elaboration().symbols().names("", Set.of(Kind.ROLE)));
		workshop.elaboration().report().report("MW-LANG-200", line, CosemDslPackage.eINSTANCE.getRoleLine_Role(),
				"no role %s%s".formatted(name, near.map("; did you mean %s?"::formatted).orElse("; declare it: role %s \"who it is\"".formatted(name))),
				near.map(each -> new String[] { each }).orElse(new String[0]));
	}

	private void face(RoleLine line, Role role, Side side) {
		if (role.getSide() != Side.UNSPECIFIED && role.getSide() != side) {
			workshop.elaboration().report().report("MW-LANG-201", line, CosemDslPackage.eINSTANCE.getRoleLine_Side(),
					"role %s faces %s elsewhere and %s here".formatted(role.getName(), role.getSide().getLiteral(), side.getLiteral()));
			return;
		}
		role.setSide(side);
	}

	/** Reads a side; reports a word that is none. */
	Optional<Side> side(EObject node, EStructuralFeature feature, String word) {
		if (word == null) {
			return Optional.empty();
		}
		Optional<Side> side = Optional.ofNullable(Side.get(word));
		if (side.isEmpty()) {
			List<String> words = new ArrayList<>(Arrays.stream(Side.values()).map(Side::getLiteral).toList());
			words.remove(Side.UNSPECIFIED.getLiteral());
			workshop.elaboration().report().report("MW-LANG-202", node, feature, "%s is no side; the sides are %s".formatted(word, String.join(", ", words)),
					words.toArray(String[]::new));
		}
		return side;
	}
}
