// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.RequirementKind;
import org.meterwright.cosem.RequiredAttribute;
import org.meterwright.cosem.ScriptName;
import org.meterwright.cosem.type.DataType;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.BodyItem;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.IfLine;
import org.meterwright.dsl.cosemDsl.ScriptLine;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Layer;
import org.meterwright.dsl.elaborate.Scope;
import org.meterwright.dsl.sugar.RequiredObjects.Required;
import org.meterwright.dsl.syntax.SyntaxFile;

/** {@code require}, {@code allow} and {@code forbid} as requirements of the companion's element. */
final class Requirements {
	private final Workshop workshop;
	private final Elaboration elaboration;

	Requirements(Workshop workshop) {
		this.workshop = workshop;
		this.elaboration = workshop.elaboration();
	}

	void fill() {
		for (Required each : workshop.required().all()) {
			workshop.companions().of(each.entry()).ifPresent(companion -> companion.getRequirements().add(requirement(each)));
		}
	}

	private Requirement requirement(Required each) {
		Requirement requirement = CosemFactory.eINSTANCE.createRequirement();
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
				case ScriptLine line -> requirement.getScripts().add(script(line));
				case IfLine line -> read(each, requirement, elaboration.holds(line.getCondition()) ? line.getBody() : line.getElseBody());
				default -> elaboration.report().report("MW-LANG-237", item, "a companion says attributes and scripts of an object, nothing else");
			}
		}
	}

	private static ScriptName script(ScriptLine line) {
		ScriptName script = CosemFactory.eINSTANCE.createScriptName();
		script.setName(line.getName());
		script.setScriptId(Codes.of(line.getId()));
		script.getOrigins().add(SyntaxFile.place(line, Layer.COMPANION));
		return script;
	}

	private Optional<RequiredAttribute> attribute(Required each, AttributeLine line) {
		Optional<AttributeDefinition> definition = each.attribute(line.getName());
		if (definition.isEmpty()) {
			elaboration.report().report("MW-LANG-228", line, CosemDslPackage.eINSTANCE.getAttributeLine_Name(),
					"class %s has no attribute %s".formatted(each.declaration().getInterfaceClass(), line.getName()));
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
