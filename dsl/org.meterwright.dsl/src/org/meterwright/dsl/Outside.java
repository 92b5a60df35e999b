// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.CompanionDecl;
import org.meterwright.dsl.cosemDsl.Element;
import org.meterwright.dsl.cosemDsl.Import;
import org.meterwright.dsl.cosemDsl.LayerDecl;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.cosemDsl.ObisDecl;
import org.meterwright.dsl.cosemDsl.ObisGroupDecl;
import org.meterwright.dsl.cosemDsl.TypeDecl;
import org.meterwright.dsl.cosemDsl.UnitDecl;
import org.meterwright.dsl.elaborate.Declarations;
import org.meterwright.dsl.syntax.SyntaxFile;

/**
 * What files show to one another at the top level: names with what tells equal ones apart. While it stays the same, a meter only depends
 * on the files that its names led to. A file whose content counts without being named, such as OBIS entries, stands for itself.
 */
record Outside(List<Object> facts) {

	static Outside of(Collection<SyntaxFile> files) {
		List<Object> facts = new ArrayList<>();
		for (SyntaxFile file : files) {
			facts.add(List.of(file.name(), file.namespace()));
			boolean whole = file.namespace().equals(Declarations.LIBRARY);
			for (Import each : file.root().getImports()) {
				facts.add("import %s".formatted(each.getName()));
			}
			for (Element element : file.root().getElements()) {
				facts.add(fact(element));
				whole |= element instanceof ObisDecl;
			}
			if (whole) {
				facts.add(file.edition());
			}
		}
		return new Outside(facts);
	}

	private static Object fact(Element element) {
		return switch (element) {
			case ClassDecl it -> fact("class", it.getName(), it.getClassId(), it.getVersion());
			case TypeDecl it -> fact("type", it.getName());
			case UnitDecl it -> fact("unit", it.getName(), it.getCode());
			case CompanionDecl it -> fact("companion", it.getName());
			case MeterDecl it -> fact("meter", it.getName());
			case ObisGroupDecl it -> fact("obis group", it.getName());
			case LayerDecl it -> fact("layer", it.getTarget(), it.getName(), it.isCompanion());
			default -> "";
		};
	}

	private static List<String> fact(Object... parts) {
		List<String> texts = new ArrayList<>();
		for (Object part : parts) {
			texts.add(String.valueOf(part));
		}
		return texts;
	}
}
