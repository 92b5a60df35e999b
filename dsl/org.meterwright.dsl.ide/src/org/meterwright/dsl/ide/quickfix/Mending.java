// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.quickfix;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.meterwright.cosem.Meter;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.DeviceDecl;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;

/**
 * A change of the text that a line of {@code mends.txt} describes: what to do, and a text with {@link Blanks}.
 *
 * @param verb what to do
 * @param text what to write
 */
record Mending(String verb, String text) implements Fixer {
	private static final CosemDslPackage P = CosemDslPackage.eINSTANCE;

	/** Reads a line such as {@code say pdu 1024}. */
	static Mending of(String line) {
		int space = line.indexOf(' ');
		return space < 0 ? new Mending(line, "") : new Mending(line.substring(0, space), line.substring(space + 1));
	}

	@Override
	public List<QuickFix> fixes(FixContext context) {
		return switch (verb) {
			case "swap", "here", "whole" -> Swap.of(text).filled(context).map(swap -> swapped(context, swap)).orElse(List.of());
			case "at" -> elsewhere(context);
			default -> Blanks.fill(text, context).map(filled -> mended(context, filled)).orElse(List.of());
		};
	}

	private List<QuickFix> swapped(FixContext context, Swap swap) {
		return context.fix(switch (verb) {
			case "here" -> swap.in(context, context.start(), context.end());
			case "whole" -> in(context, swap, Parts.smallest(context, Parts.WHOLE));
			default -> in(context, swap, Parts.smallest(context, Parts.SWAPPED).or(() -> Parts.smallest(context, Parts.WHOLE)));
		});
	}

	private static Optional<TextEdit> in(FixContext context, Swap swap, Optional<EObject> part) {
		return part.map(FixContext::node).flatMap(node -> swap.in(context, node.getOffset(), node.getEndOffset()));
	}

	/** Does something at the declaration of a name that the finding tells. */
	private List<QuickFix> elsewhere(FixContext context) {
		int space = text.indexOf(' ');
		return Blanks.fill(text.substring(0, space), context).flatMap(context::of).map(there -> of(text.substring(space + 1)).fixes(there)).orElse(List.of());
	}

	private List<QuickFix> mended(FixContext context, String filled) {
		return switch (verb) {
			case "say" -> context.fix(Parts.block(context).map(block -> Parts.say(context, block, filled)));
			case "add" -> context.fix(Parts.block(context).map(block -> Parts.add(context, block, filled)));
			case "remove" -> context.fix(Parts.smallest(context, Parts.LINES).map(context::remove));
			case "drop" -> context.fix(Parts.smallest(context, Parts.DECLARATIONS).map(context::remove));
			case "head" -> context.fix(Parts.smallest(context, Parts.DECLARATIONS).map(FixContext::node).map(node -> new TextEdit(node.getOffset(), 0, filled + " ")));
			case "after" -> context.fix(Parts.smallest(context, Parts.DECLARATIONS).map(part -> Parts.after(context, part, filled)));
			case "rename" -> context.fix(Parts.rename(context));
			case "device" -> context.fix(context.at(DeviceDecl.class).or(() -> context.at(MeterDecl.class).flatMap(Parts::device)).map(device -> context.line(device, filled)));
			case "meter" -> context.fix(context.at(MeterDecl.class).map(meter -> context.line(meter, filled)));
			case "store" -> AttributeFixes.store(context, filled);
			case "value" -> AttributeFixes.value(context, filled);
			case "part" -> context.fix(AttributeFixes.line(context).flatMap(line -> ValuePart.edit(context, line, filled)));
			case "sort" -> context.fix(AttributeFixes.line(context).flatMap(line -> SortedPart.edit(context, line, filled)));
			case "unlist" -> context.fix(ListedPart.named(context, filled).map(part -> part.removal(context)));
			case "item" -> context.fix(ListedPart.at(context).map(part -> part.removal(context)));
			case "type" -> ValueFixes.type(context, filled);
			case "lines" -> ValueFixes.lines(context);
			case "cut" -> context.fix(ListedPart.at(context).map(part -> part.removal(context)).or(() -> Optional.of(context.remove(context.start(), context.end()))));
			case "write" -> context.fix(new TextEdit(context.start(), context.end() - context.start(), filled));
			case "complete" -> filled.isEmpty() || context.finding().subject().filter(Meter.class::isInstance).isPresent() ? context.fixAt(MeterDecl.class, Mending::complete) : List.of();
			case "public" -> context.fixAt(ObjectDecl.class, object -> FixContext.node(object, P.getObjectDecl_Internal()).map(node -> word(context, node)));
			default -> throw new IllegalArgumentException("%s is no way to mend".formatted(verb));
		};
	}

	/** Takes a word out, with the space behind it. */
	private static TextEdit word(FixContext context, INode node) {
		boolean space = node.getEndOffset() < context.text().length() && context.text().charAt(node.getEndOffset()) == ' ';
		return new TextEdit(node.getOffset(), node.getLength() + (space ? 1 : 0), "");
	}

	/** Lets the first companion of a meter that does not do so yet bring its objects. */
	private static Optional<TextEdit> complete(MeterDecl meter) {
		return meter.getConforms().stream().filter(each -> !each.isComplete()).findFirst().map(each -> FixContext.after(FixContext.node(each), " complete objects"));
	}
}
