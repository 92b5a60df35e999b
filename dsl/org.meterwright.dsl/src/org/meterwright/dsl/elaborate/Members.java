// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.ScriptName;
import org.meterwright.cosem.type.DataType;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.IndexExpr;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.Segment;

/** Resolves what follows an object in a reference: attribute, method or script, and the part of a structure. */
final class Members {
	private final Report report;
	private final Links links;
	private final List<Segment> rest;
	private final Want want;

	Members(Report report, Links links, List<Segment> rest, Want want) {
		this.report = report;
		this.links = links;
		this.rest = rest;
		this.want = want;
	}

	Optional<Referent> of(Symbol symbol, Ref ref) {
		if (rest.isEmpty()) {
			return whole(symbol, ref);
		}
		if (!(symbol.element() instanceof CosemObject object)) {
			report.report("MW-LANG-024", rest.getFirst(), "%s %s has no parts".formatted(symbol.kind().word(), symbol.fullName()));
			return Optional.empty();
		}
		Segment member = rest.getFirst();
		return part(symbol, object, member);
	}

	private Optional<Referent> whole(Symbol symbol, Ref ref) {
		if (symbol.kind() == Kind.OBJECT && !want.parts().contains(Want.Part.WHOLE)) {
			report.report("MW-LANG-024", ref, "say which %s of %s".formatted(partWord(), symbol.fullName()));
			return Optional.empty();
		}
		return Optional.of(Referent.of(symbol));
	}

	private String partWord() {
		return want.parts().contains(Want.Part.ATTRIBUTE) ? "attribute" : want.parts().contains(Want.Part.METHOD) ? "method" : "script";
	}

	private Optional<Referent> part(Symbol symbol, CosemObject object, Segment member) {
		InterfaceClass type = object.getInterfaceClass();
		Optional<AttributeDefinition> attribute = want.parts().contains(Want.Part.ATTRIBUTE)
				? type.getAttributes().stream().filter(each -> member.getName().equals(each.getName())).findFirst() : Optional.empty();
		Optional<MethodDefinition> method = want.parts().contains(Want.Part.METHOD)
				? type.getMethods().stream().filter(each -> member.getName().equals(each.getName())).findFirst() : Optional.empty();
		Optional<ScriptName> script = want.parts().contains(Want.Part.SCRIPT)
				? object.getScripts().stream().filter(each -> member.getName().equals(each.getName())).findFirst() : Optional.empty();
		if (attribute.isEmpty() && method.isEmpty() && script.isEmpty()) {
			unknown(symbol, object, member);
			return Optional.empty();
		}
		link(object, member);
		Optional<Integer> dataIndex = attribute.isPresent() ? dataIndex(attribute.get(), member) : Optional.of(0);
		return dataIndex.map(each -> new Referent(symbol, attribute, method, script, each));
	}

	private void link(CosemObject object, Segment member) {
		ClassDeclarations.member(object.getInterfaceClass(), member.getName())
				.ifPresent(declaration -> links.add(member, CosemDslPackage.eINSTANCE.getSegment_Name(), declaration));
	}

	private Optional<Integer> dataIndex(AttributeDefinition attribute, Segment member) {
		if (rest.size() == 1) {
			return Optional.of(member.getIndex() == null ? 0 : index(member.getIndex()));
		}
		Segment field = rest.get(1);
		DataType type = attribute.getType().bare();
		if (rest.size() == 2 && type instanceof DataType.StructureOf structure) {
			for (int i = 0; i < structure.fields().size(); i++) {
				if (structure.fields().get(i).name().equals(field.getName())) {
					return Optional.of(i + 1);
				}
			}
		}
		report.report("MW-LANG-024", field, "attribute %s has no part %s".formatted(attribute.getName(), field.getName()));
		return Optional.empty();
	}

	private static int index(IndexExpr index) {
		return index.getFrom() == null ? 0 : Math.clamp(Numerals.longOf(index.getFrom()), 0, 65_535);
	}

	private void unknown(Symbol symbol, CosemObject object, Segment member) {
		InterfaceClass type = object.getInterfaceClass();
		List<String> names = new ArrayList<>();
		if (want.parts().contains(Want.Part.ATTRIBUTE)) {
			type.getAttributes().forEach(each -> names.add(each.getName()));
		}
		if (want.parts().contains(Want.Part.METHOD)) {
			type.getMethods().forEach(each -> names.add(each.getName()));
		}
		if (want.parts().contains(Want.Part.SCRIPT)) {
			object.getScripts().forEach(each -> names.add(each.getName()));
		}
		Optional<String> near = Suggest.nearest(member.getName(), names);
		String what = want.parts().contains(Want.Part.ATTRIBUTE) && want.parts().contains(Want.Part.METHOD) ? "attribute or method" : partWord();
		String hint = near.map("; did you mean %s?"::formatted).orElseGet(() -> names.isEmpty() ? "" : "; it has %s".formatted(String.join(", ", names)));
		report.report("MW-LANG-024", member, "%s (%s version %d) has no %s %s%s".formatted(symbol.fullName(), type.getName(), type.getVersion(), what,
				member.getName(), hint), near.map(each -> new String[] { each }).orElse(new String[0]));
	}
}
