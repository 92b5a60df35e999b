// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.RequirementKind;
import org.meterwright.cosem.RequiredAttribute;
import org.meterwright.cosem.RoleAccess;
import org.meterwright.cosem.ScriptName;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.type.DataType;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.BodyItem;
import org.meterwright.dsl.cosemDsl.CaptureLine;
import org.meterwright.dsl.cosemDsl.ClauseLine;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.IfLine;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.RoleAccessLine;
import org.meterwright.dsl.cosemDsl.ScriptLine;
import org.meterwright.dsl.cosemDsl.UnspecifiedLine;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Layer;
import org.meterwright.dsl.elaborate.Scope;
import org.meterwright.dsl.elaborate.Suggest;
import org.meterwright.dsl.sugar.RequiredObjects.Required;
import org.meterwright.dsl.syntax.SyntaxFile;

/** {@code require}, {@code allow} and {@code forbid} as requirements of the companion's element. */
final class Requirements {
	private final Workshop workshop;
	private final Elaboration elaboration;
	private final Map<Required, Requirement> made = new IdentityHashMap<>();

	Requirements(Workshop workshop) {
		this.workshop = workshop;
		this.elaboration = workshop.elaboration();
	}

	void fill() {
		for (Required each : workshop.required().all()) {
			workshop.companions().of(each.entry()).ifPresent(companion -> companion.getRequirements().add(requirement(each)));
		}
		made.forEach(this::succession);
	}

	/** Returns what was made of an object that a companion speaks of. */
	Optional<Requirement> of(Required required) {
		return Optional.ofNullable(made.get(required));
	}

	private Requirement requirement(Required each) {
		Requirement requirement = CosemFactory.eINSTANCE.createRequirement();
		made.put(each, requirement);
		requirement.setName(each.name());
		requirement.setKind(RequirementKind.get(each.entry().node().getKind()));
		requirement.setClassId(each.classId());
		requirement.setVersion(each.declaration().getVersion() == null ? -1 : Codes.of(each.declaration().getVersion()));
		requirement.setLogicalName(each.logicalName());
		requirement.getOrigins().addAll(each.entry().origins());
		String documentation = SyntaxFile.documentation(each.entry().node());
		requirement.setDocumentation(documentation.isEmpty() ? null : documentation);
		read(each, requirement, each.declaration().getBody());
		return requirement;
	}

	private void read(Required each, Requirement requirement, List<BodyItem> body) {
		for (BodyItem item : body) {
			switch (item) {
				case AttributeLine line -> attribute(each, line).ifPresent(requirement.getAttributes()::add);
				case CaptureLine line -> captured(each, line).ifPresent(requirement.getAttributes()::add);
				case ScriptLine line -> requirement.getScripts().add(script(line));
				case IfLine line -> read(each, requirement, elaboration.holds(line.getCondition()) ? line.getBody() : line.getElseBody());
				case RoleAccessLine line -> access(each, requirement, line);
				case ClauseLine line -> requirement.getClauses().addAll(line.getClauses());
				case UnspecifiedLine line -> requirement.getUnspecified().addAll(line.getFacets());
				default -> elaboration.report().report("MW-LANG-237", item, "a companion says attributes, captures, scripts, access and clauses of an object, nothing else");
			}
		}
	}

	private Optional<RequiredAttribute> captured(Required each, CaptureLine line) {
		Optional<AttributeDefinition> definition = each.attribute("capture_objects");
		if (definition.isEmpty()) {
			elaboration.report().report("MW-LANG-215", line, "%s captures nothing: that is for Profile generic and Compact data".formatted(each.name()));
		}
		return definition.map(found -> {
			RequiredAttribute attribute = CosemFactory.eINSTANCE.createRequiredAttribute();
			attribute.setIndex(found.getIndex());
			attribute.setValue(Data.array(new RequiredColumns(workshop.required()).of(line, each)));
			return attribute;
		});
	}

	private void access(Required each, Requirement requirement, RoleAccessLine line) {
		for (String word : line.getModes()) {
			for (String member : line.getMembers()) {
				OptionalInt index = each.index(Verb.get(word), member);
				if (index.isEmpty()) {
					workshop.required().unknown(each, line, member);
					return;
				}
				requirement.getAccesses().add(access(line, Verb.get(word), index.getAsInt()));
			}
		}
	}

	private RoleAccess access(RoleAccessLine line, Verb verb, int index) {
		RoleAccess access = CosemFactory.eINSTANCE.createRoleAccess();
		access.setVerb(verb);
		access.setIndex(index);
		access.setDenied(line.isDeny());
		access.setExclusive(line.isOnly());
		access.getRoles().addAll(workshop.roles(line.getRoles()));
		return access;
	}

	/** Connects an object with the one whose successor it holds, and with the attribute that says when it takes over. */
	private void succession(Required each, Requirement requirement) {
		ObjectDecl object = each.declaration();
		if (object.getActive() == null) {
			return;
		}
		member(each, object.getActive()).flatMap(this::of).ifPresent(requirement::setActive);
		if (object.getActivation() != null) {
			Optional<Required> activation = member(each, object.getActivation());
			activation.flatMap(this::of).ifPresent(requirement::setActivation);
			activation.ifPresent(found -> requirement.setActivationAttribute(activationAttribute(found, object.getActivation())));
		}
	}

	/** Finds the object of a reference; of a family the member that goes with this one. */
	private Optional<Required> member(Required each, Ref ref) {
		List<Required> found = workshop.required().find(ref);
		return found.stream().filter(other -> found.size() == 1 || other.index().equals(each.index())).findFirst();
	}

	private int activationAttribute(Required required, Ref ref) {
		if (ref.getSegments().size() < 2) {
			return 0;
		}
		String member = ref.getSegments().getLast().getName();
		Optional<AttributeDefinition> attribute = required.attribute(member);
		if (attribute.isEmpty()) {
			workshop.required().unknown(required, ref.getSegments().getLast(), member);
		}
		return attribute.map(AttributeDefinition::getIndex).orElse(0);
	}

	private static ScriptName script(ScriptLine line) {
		ScriptName script = CosemFactory.eINSTANCE.createScriptName();
		script.setName(line.getName());
		script.setScriptId(Codes.of(line.getId()));
		script.getOrigins().add(SyntaxFile.place(line, Layer.COMPANION));
		return script;
	}

	/** Returns the name of an attribute that is most like one. */
	private static String[] near(Required each, String name) {
		return Suggest.nearest(name, each.versions().getLast().getAttributes().stream().map(AttributeDefinition::getName).toList()).stream().toArray(String[]::new);
	}

	private Optional<RequiredAttribute> attribute(Required each, AttributeLine line) {
		Optional<AttributeDefinition> definition = each.attribute(line.getName());
		if (definition.isEmpty()) {
			elaboration.report().report("MW-LANG-228", line, CosemDslPackage.eINSTANCE.getAttributeLine_Name(),
					"class %s has no attribute %s".formatted(each.declaration().getInterfaceClass(), line.getName()), near(each, line.getName()));
			return Optional.empty();
		}
		RequiredAttribute attribute = CosemFactory.eINSTANCE.createRequiredAttribute();
		attribute.setIndex(definition.get().getIndex());
		DataType type = line.getType() == null ? definition.get().getType() : elaboration.types().type(line.getType());
		if (line.getType() != null) {
			attribute.setType(type);
		}
		Scope scope = new Scope(workshop.home(), each.env());
		if (line.getValue() != null) {
			elaboration.values().convert(line.getValue(), type, scope).ifPresent(attribute::setValue);
		}
		if (line.getRange() != null) {
			elaboration.values().convert(line.getRange().getLower(), type, scope).ifPresent(attribute::setMinimum);
			elaboration.values().convert(line.getRange().getUpper(), type, scope).ifPresent(attribute::setMaximum);
		}
		return Optional.of(attribute);
	}
}
