// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.quickfix;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.xtext.nodemodel.INode;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.ObjectDecl;

/** Fixes of attribute lines: where a value lives, how long it may be. */
final class AttributeFixes {
	private static final CosemDslPackage P = CosemDslPackage.eINSTANCE;
	private static final int BOUND = 32;

	private AttributeFixes() {
	}

	/** Puts the attribute of the finding into a memory. */
	static List<QuickFix> store(FixContext context, String memory) {
		Optional<AttributeLine> line = line(context);
		if (line.isPresent()) {
			return context.fix(store(line.get(), memory));
		}
		return context.fix(context.at(ObjectDecl.class).flatMap(object -> context.attribute().map(name -> add(context, object, name, memory))));
	}

	/** Writes the value of the finding's attribute, with whatever else its line says; a line for it where there is none. */
	static List<QuickFix> value(FixContext context, String value) {
		Optional<AttributeLine> line = line(context);
		if (line.isPresent()) {
			return context.fix(FixContext.node(line.get(), P.getAttributeLine_Value()).map(node -> FixContext.replace(node, value))
					.or(() -> FixContext.node(line.get(), P.getAttributeLine_Type()).map(node -> FixContext.after(node, " = %s".formatted(value)))));
		}
		return context.fix(context.at(ObjectDecl.class).flatMap(object -> context.attribute().map(name -> Parts.add(context, object, "%s = %s".formatted(name, value)))));
	}

	/** Finds the line of the finding's attribute: at its place, or in the object that stands there. */
	static Optional<AttributeLine> line(FixContext context) {
		Optional<String> name = context.attribute();
		Stream<AttributeLine> here = context.at(AttributeLine.class).stream();
		Stream<AttributeLine> inObject = context.at(ObjectDecl.class).stream().flatMap(object -> object.getBody().stream())
				.filter(AttributeLine.class::isInstance).map(AttributeLine.class::cast);
		return Stream.concat(here, inObject).filter(line -> name.isEmpty() || name.get().equals(line.getName())).findFirst();
	}

	private static Optional<TextEdit> store(AttributeLine line, String memory) {
		if (line.getStorage() != null) {
			return Optional.of(FixContext.replace(FixContext.node(line.getStorage()), memory));
		}
		return lastOf(line).map(node -> FixContext.after(node, " in %s".formatted(memory)));
	}

	private static Optional<INode> lastOf(AttributeLine line) {
		return FixContext.node(line, P.getAttributeLine_Value()).or(() -> FixContext.node(line, P.getAttributeLine_Type()));
	}

	private static TextEdit add(FixContext context, ObjectDecl object, String name, String memory) {
		String line = "%s: in %s".formatted(name, memory);
		INode node = FixContext.node(object);
		return context.text().charAt(node.getEndOffset() - 1) == '}' ? context.line(object, line)
				: FixContext.after(node, " { %s }".formatted(line));
	}

	/** Bounds the length of the attribute. */
	static List<QuickFix> bound(FixContext context) {
		return context.fix(line(context).filter(line -> FixContext.node(line, P.getAttributeLine_Max()).isEmpty())
				.map(line -> FixContext.after(FixContext.node(line), " max %d".formatted(BOUND))));
	}

	/** Takes the value out of a line whose attribute firmware provides. */
	static List<QuickFix> removeValue(FixContext context) {
		return context.fix(line(context).filter(line -> line.getValue() != null).flatMap(AttributeFixes::withoutValue));
	}

	private static Optional<TextEdit> withoutValue(AttributeLine line) {
		Optional<INode> name = FixContext.node(line, P.getAttributeLine_Name());
		Optional<INode> type = FixContext.node(line, P.getAttributeLine_Type());
		Optional<INode> value = FixContext.node(line, P.getAttributeLine_Value());
		int from = type.or(() -> name).map(INode::getEndOffset).orElse(0);
		return value.map(node -> new TextEdit(from, node.getEndOffset() - from, type.isPresent() ? "" : ":"));
	}

	/** Writes a wildcard for the year of a date. */
	static List<QuickFix> everyYear(FixContext context) {
		return context.fix(line(context).flatMap(line -> FixContext.node(line, P.getAttributeLine_Value()))
				.filter(node -> node.getText().strip().matches("\\d{4}-.*")).map(node -> new TextEdit(node.getOffset(), 4, "*")));
	}
}
