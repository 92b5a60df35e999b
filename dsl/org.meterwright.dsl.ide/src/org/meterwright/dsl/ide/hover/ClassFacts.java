// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.hover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.type.TypeNotation;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.words.ScalerUnit;
import org.meterwright.cosem.words.Unit;
import org.meterwright.cosem.words.ValueWords;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.ClassMember;
import org.meterwright.dsl.cosemDsl.UncertainFlag;
import org.meterwright.dsl.elaborate.ClassDeclarations;

/** Says of a class, an attribute or a method what its declaration makes of it, the standard's and a maker's alike. */
final class ClassFacts {
	private ClassFacts() {
	}

	/** Says what is doubtful; nothing: the declaration is certain. */
	static List<String> doubts(String reason) {
		return reason == null || reason.isBlank() ? List.of() : List.of("Not certain: %s".formatted(reason));
	}

	static List<String> of(ClassDecl declared, Optional<Meter> meter) {
		List<String> lines = new ArrayList<>();
		find(declared, meter).ifPresent(type -> lines.add("%s, %s".formatted(count(type.getAttributes().size(), "attribute"), count(type.getMethods().size(), "method"))));
		lines.addAll(doubts(declared.getUncertain()));
		return lines;
	}

	private static String count(int number, String what) {
		return "%d %s%s".formatted(number, what, number == 1 ? "" : "s");
	}

	private static Optional<InterfaceClass> find(ClassDecl declared, Optional<Meter> meter) {
		return meter.stream().flatMap(each -> each.getClasses().stream()).filter(type -> ClassDeclarations.of(type).filter(declared::equals).isPresent()).findFirst();
	}

	static List<String> of(ClassMember member, Optional<Meter> meter) {
		Optional<InterfaceClass> type = member.eContainer() instanceof ClassDecl declared ? find(declared, meter) : Optional.empty();
		Optional<List<String>> attribute = type.flatMap(each -> each.getAttributes().stream().filter(one -> one.getName().equals(member.getName())).findFirst())
				.map(ClassFacts::attribute);
		Optional<List<String>> method = type.flatMap(each -> each.getMethods().stream().filter(one -> one.getName().equals(member.getName())).findFirst())
				.map(ClassFacts::method);
		return attribute.or(() -> method).orElseGet(() -> doubts(member.getFlags().stream().filter(UncertainFlag.class::isInstance)
				.map(flag -> ((UncertainFlag) flag).getReason()).findFirst().orElse("")));
	}

	private static List<String> attribute(AttributeDefinition attribute) {
		List<String> lines = new ArrayList<>();
		lines.add("Type: %s".formatted(TypeNotation.brief(attribute.getType())));
		lines.add(switch (attribute.getDynamics()) {
			case Dynamics.STATIC -> "Static: configured, not changed by the meter itself";
			case Dynamics.DYNAMIC -> "Dynamic: changed by the meter itself";
			case Dynamics.INSTANCE -> "Static or dynamic, as the object needs";
		});
		lines.addAll(unit(attribute.getUnit()));
		if (attribute.getDefaultValue() != null) {
			lines.add("Default: %s".formatted(defaultWords(attribute)));
		}
		attribute.getSelectors().forEach(each -> lines.add("Selector %d %s: %s".formatted(each.getSelector(), each.getName(), TypeNotation.brief(each.getType()))));
		lines.addAll(doubts(attribute.getUncertain()));
		return lines;
	}

	private static String defaultWords(AttributeDefinition attribute) {
		boolean counts = attribute.getUnit() != Unit.NONE && attribute.getDefaultValue() instanceof Value.Int;
		return counts ? new ScalerUnit(0, attribute.getUnit()).amount(((Value.Int) attribute.getDefaultValue()).value())
				: ValueWords.alone().text(attribute.getType(), attribute.getDefaultValue());
	}

	private static List<String> method(MethodDefinition method) {
		List<String> lines = new ArrayList<>();
		if (method.getParameter() != null) {
			lines.add("Parameter: %s".formatted(TypeNotation.brief(method.getParameter())));
		}
		if (method.getReturned() != null) {
			lines.add("Result: %s".formatted(TypeNotation.brief(method.getReturned())));
		}
		lines.addAll(unit(method.getUnit()));
		lines.addAll(doubts(method.getUncertain()));
		return lines;
	}

	private static List<String> unit(int code) {
		return code == Unit.NONE ? List.of() : List.of("Counts in %s".formatted(Unit.words(code)));
	}
}
