// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.quickfix;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.QuantityValue;

/** Fixes that write what a value or a type lacks. */
final class ValueFixes {
	private static final CosemDslPackage P = CosemDslPackage.eINSTANCE;
	private static final Pattern PREFIXED = Pattern.compile("10\\^(-?\\d{1,3}) (\\w+)");

	private ValueFixes() {
	}

	/** Writes a quantity in the unit of COSEM: 9.2 kW becomes 9200 W, 10^0 kW becomes 10^3 W. */
	static List<QuickFix> unit(FixContext context) {
		Matcher proposed = PREFIXED.matcher(context.data().orElse(""));
		return proposed.matches() ? context.fixAt(QuantityValue.class, quantity -> Optional.of(FixContext.replace(FixContext.node(quantity), inUnit(quantity, proposed)))) : List.of();
	}

	private static String inUnit(QuantityValue quantity, Matcher proposed) {
		int prefix = Integer.parseInt(proposed.group(1));
		return quantity.isPower() ? "10^%d %s".formatted(Integer.parseInt(quantity.getExponent()) + prefix, proposed.group(2))
				: "%s %s".formatted(new BigDecimal(quantity.getNumber()).scaleByPowerOfTen(prefix).toPlainString(), proposed.group(2));
	}

	/** Adds the lines that the finding tells. */
	static List<QuickFix> lines(FixContext context) {
		return context.fix(Parts.block(context).filter(block -> !context.finding().data().isEmpty()).map(block -> Parts.add(context, block, joined(context, block))));
	}

	/** Puts each line on one of its own where the block's end stands on one. */
	private static String joined(FixContext context, EObject block) {
		String text = context.text();
		int end = FixContext.node(block).getEndOffset() - 1;
		int lineStart = text.lastIndexOf('\n', end - 1) + 1;
		boolean own = text.charAt(end) == '}' && text.substring(lineStart, end).isBlank();
		return String.join(own ? "\n%s  ".formatted(text.substring(lineStart, end)) : "  ", context.finding().data());
	}

	/** Writes the type that the finding proposes into the line of an attribute, or a line with it. */
	static List<QuickFix> type(FixContext context) {
		if (context.finding().data().size() < 2) {
			return List.of();
		}
		String name = context.finding().data().get(0);
		String type = context.finding().data().get(1);
		Optional<AttributeLine> line = context.at(AttributeLine.class);
		return line.isPresent() ? context.fix(FixContext.node(line.get(), P.getAttributeLine_Name()).map(node -> typed(context, node, type)))
				: context.fixAt(ObjectDecl.class, object -> Optional.of(Parts.add(context, object, "%s: %s".formatted(name, type))));
	}

	/** Writes a type in place of the one of the attribute's line. */
	static List<QuickFix> type(FixContext context, String type) {
		return context.fix(AttributeFixes.line(context).flatMap(line -> FixContext.node(line, P.getAttributeLine_Type())).map(node -> FixContext.replace(node, type)));
	}

	private static TextEdit typed(FixContext context, INode name, String type) {
		int end = name.getEndOffset();
		boolean colon = end < context.text().length() && context.text().charAt(end) == ':';
		return colon ? new TextEdit(end + 1, 0, " %s".formatted(type)) : new TextEdit(end, 0, ": %s".formatted(type));
	}
}
