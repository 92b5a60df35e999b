// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.quickfix;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.meterwright.cosem.CosemObject;
import org.meterwright.dsl.cosemDsl.AcceptItem;
import org.meterwright.dsl.cosemDsl.AlertDecl;
import org.meterwright.dsl.cosemDsl.AlertItem;
import org.meterwright.dsl.cosemDsl.AssociationDecl;
import org.meterwright.dsl.cosemDsl.AssociationItem;
import org.meterwright.dsl.cosemDsl.BodyItem;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.DeviceDecl;
import org.meterwright.dsl.cosemDsl.EventDecl;
import org.meterwright.dsl.cosemDsl.GroupDecl;
import org.meterwright.dsl.cosemDsl.MemoryDecl;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.PropertyDecl;
import org.meterwright.dsl.cosemDsl.PushDecl;
import org.meterwright.dsl.cosemDsl.PushItem;
import org.meterwright.dsl.cosemDsl.ReactionDecl;
import org.meterwright.dsl.cosemDsl.RequirementDecl;
import org.meterwright.dsl.cosemDsl.RoleDecl;
import org.meterwright.dsl.cosemDsl.Step;
import org.meterwright.dsl.cosemDsl.UseCaseDecl;
import org.meterwright.rules.check.Facts;

/**
 * A change of the text that a line of {@code mends.txt} describes: what to do, and a text in which {0}, {1} stand for what the finding tells and
 * {attribute} for the attribute that it is about.
 *
 * @param verb what to do
 * @param text what to write
 */
record Mending(String verb, String text) implements Fixer {
	private static final CosemDslPackage P = CosemDslPackage.eINSTANCE;
	private static final List<Class<? extends EObject>> BLOCKS = List.of(ObjectDecl.class, AssociationDecl.class, PushDecl.class, AlertDecl.class);
	private static final List<Class<? extends EObject>> DECLARATIONS = List.of(ObjectDecl.class, AssociationDecl.class, PushDecl.class, AlertDecl.class, ReactionDecl.class,
			EventDecl.class, GroupDecl.class, PropertyDecl.class, MemoryDecl.class, RoleDecl.class, UseCaseDecl.class, RequirementDecl.class);
	private static final List<Class<? extends EObject>> SWAPPED = Stream.concat(DECLARATIONS.stream(), Stream.of(DeviceDecl.class, ClassDecl.class)).toList();
	private static final List<Class<? extends EObject>> LINES = List.of(Step.class, BodyItem.class, AssociationItem.class, PushItem.class, AlertItem.class, AcceptItem.class);

	/** Reads a line such as {@code say pdu 1024}. */
	static Mending of(String line) {
		int space = line.indexOf(' ');
		return space < 0 ? new Mending(line, "") : new Mending(line.substring(0, space), line.substring(space + 1));
	}

	@Override
	public List<QuickFix> fixes(FixContext context) {
		return filled(context).map(text -> switch (verb) {
			case "say" -> context.fix(block(context).map(block -> say(context, block, text)));
			case "add" -> context.fix(block(context).map(block -> add(context, block, text)));
			case "remove" -> context.fix(smallest(context, LINES).map(context::remove));
			case "drop" -> context.fix(smallest(context, DECLARATIONS).map(context::remove));
			case "swap" -> context.fix(smallest(context, SWAPPED).flatMap(part -> Swap.of(text).in(context, part)));
			case "store" -> AttributeFixes.store(context, text);
			case "head" -> context.fix(smallest(context, DECLARATIONS).map(FixContext::node).map(node -> new TextEdit(start(node), 0, text + " ")));
			case "after" -> context.fix(smallest(context, DECLARATIONS).map(part -> after(context, part, text)));
			case "complete" -> context.fixAt(MeterDecl.class, Mending::complete);
			case "public" -> context.fixAt(ObjectDecl.class, object -> FixContext.node(object, P.getObjectDecl_Internal()).map(node -> new TextEdit(node.getOffset(), node.getLength() + 1, "")));
			default -> throw new IllegalArgumentException("%s is no way to mend".formatted(verb));
		}).orElse(List.of());
	}

	/** Lets the first companion of a meter that does not do so yet bring its objects. */
	private static Optional<TextEdit> complete(MeterDecl meter) {
		return meter.getConforms().stream().filter(each -> !each.isComplete()).findFirst().map(each -> FixContext.after(FixContext.node(each), " complete objects"));
	}

	/** Fills the text in; nothing where the finding does not tell what it needs. */
	private Optional<String> filled(FixContext context) {
		String filled = text;
		for (int i = 0; i < context.finding().data().size(); i++) {
			filled = filled.replace("{%d}".formatted(i), context.finding().data().get(i));
		}
		if (filled.contains("{attribute}")) {
			Optional<String> name = context.finding().subject().filter(CosemObject.class::isInstance).map(object -> Facts.label((CosemObject) object, context.finding().attribute()));
			filled = name.isEmpty() ? "{0}" : filled.replace("{attribute}", name.get());
		}
		return filled.matches(".*\\{\\d}.*") ? Optional.empty() : Optional.of(filled);
	}

	private static Optional<EObject> block(FixContext context) {
		return smallest(context, BLOCKS);
	}

	/** Finds the smallest part around the finding's place that is of one of some kinds. */
	private static Optional<EObject> smallest(FixContext context, List<Class<? extends EObject>> kinds) {
		return kinds.stream().<Optional<? extends EObject>>map(context::at).flatMap(found -> found.<Stream<EObject>>map(Stream::of).orElse(Stream.empty()))
				.min((a, b) -> FixContext.node(a).getLength() - FixContext.node(b).getLength());
	}

	private static int start(ICompositeNode node) {
		return node.getOffset();
	}

	/** Writes a line in place of the one that begins with the same word, or adds it. */
	private static TextEdit say(FixContext context, EObject block, String line) {
		String word = line.split(" ", 2)[0];
		Optional<ICompositeNode> there = block.eContents().stream().map(FixContext::node).filter(node -> node != null && begins(node, word)).findFirst();
		return there.map(node -> FixContext.replace(node, line)).orElseGet(() -> add(context, block, line));
	}

	private static boolean begins(ICompositeNode node, String word) {
		String text = NodeModelUtils.getTokenText(node);
		return text.equals(word) || text.startsWith(word + " ") || text.startsWith(word + ":");
	}

	private static TextEdit add(FixContext context, EObject block, String line) {
		ICompositeNode node = FixContext.node(block);
		return context.text().charAt(node.getEndOffset() - 1) == '}' ? context.line(block, line) : FixContext.after(node, " { %s }".formatted(line));
	}

	private static TextEdit after(FixContext context, EObject part, String item) {
		ICompositeNode node = FixContext.node(part);
		int lineStart = context.text().lastIndexOf('\n', node.getOffset() - 1) + 1;
		String indent = context.text().substring(lineStart, node.getOffset());
		return FixContext.after(node, "\n%s%s".formatted(indent.isBlank() ? indent : "", item));
	}
}
