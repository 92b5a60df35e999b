// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.quickfix;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.meterwright.dsl.cosemDsl.AcceptItem;
import org.meterwright.dsl.cosemDsl.AlertDecl;
import org.meterwright.dsl.cosemDsl.AlertItem;
import org.meterwright.dsl.cosemDsl.AssociationDecl;
import org.meterwright.dsl.cosemDsl.AssociationItem;
import org.meterwright.dsl.cosemDsl.BodyItem;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.ClassMember;
import org.meterwright.dsl.cosemDsl.CompanionDecl;
import org.meterwright.dsl.cosemDsl.DeviceDecl;
import org.meterwright.dsl.cosemDsl.EntryLine;
import org.meterwright.dsl.cosemDsl.EventDecl;
import org.meterwright.dsl.cosemDsl.GroupDecl;
import org.meterwright.dsl.cosemDsl.IndexDecl;
import org.meterwright.dsl.cosemDsl.LayerDecl;
import org.meterwright.dsl.cosemDsl.MemoryDecl;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.cosemDsl.ObisDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.Play;
import org.meterwright.dsl.cosemDsl.PropertyDecl;
import org.meterwright.dsl.cosemDsl.PushDecl;
import org.meterwright.dsl.cosemDsl.PushItem;
import org.meterwright.dsl.cosemDsl.ReactionDecl;
import org.meterwright.dsl.cosemDsl.RemoveItem;
import org.meterwright.dsl.cosemDsl.RequiredAssociationDecl;
import org.meterwright.dsl.cosemDsl.RequirementDecl;
import org.meterwright.dsl.cosemDsl.RoleDecl;
import org.meterwright.dsl.cosemDsl.ScenarioDecl;
import org.meterwright.dsl.cosemDsl.Step;
import org.meterwright.dsl.cosemDsl.TypeDecl;
import org.meterwright.dsl.cosemDsl.UseCaseDecl;
import org.meterwright.dsl.cosemDsl.UseCaseStepLine;
import org.meterwright.dsl.cosemDsl.VariantDecl;

/** Parts of the text around a finding, and how lines are written into them. */
final class Parts {
	/** What has braces with lines in it. */
	private static final List<Class<? extends EObject>> BLOCKS = List.of(ObjectDecl.class, AssociationDecl.class, PushDecl.class, AlertDecl.class);
	/** What can be taken out as a whole. */
	static final List<Class<? extends EObject>> DECLARATIONS = List.of(ObjectDecl.class, AssociationDecl.class, PushDecl.class, AlertDecl.class, ReactionDecl.class,
			EventDecl.class, GroupDecl.class, PropertyDecl.class, MemoryDecl.class, RoleDecl.class, UseCaseDecl.class, RequirementDecl.class, RequiredAssociationDecl.class,
			ObisDecl.class, RemoveItem.class, ScenarioDecl.class);
	/** What words can be changed in. */
	static final List<Class<? extends EObject>> SWAPPED = Stream.concat(DECLARATIONS.stream(), Stream.of(DeviceDecl.class, ClassDecl.class, TypeDecl.class, IndexDecl.class,
			VariantDecl.class)).toList();
	/** What stands around all of them. */
	static final List<Class<? extends EObject>> WHOLE = List.of(MeterDecl.class, CompanionDecl.class, LayerDecl.class);
	/** Lines in braces. */
	static final List<Class<? extends EObject>> LINES = List.of(Step.class, BodyItem.class, AssociationItem.class, PushItem.class, AlertItem.class, AcceptItem.class,
			EntryLine.class, ClassMember.class, Play.class, UseCaseStepLine.class, RemoveItem.class);

	private Parts() {
	}

	/** Finds the smallest part around the finding's place that is of one of some kinds. */
	static Optional<EObject> smallest(FixContext context, List<Class<? extends EObject>> kinds) {
		return kinds.stream().<Optional<? extends EObject>>map(context::at).flatMap(found -> found.<Stream<EObject>>map(Stream::of).orElse(Stream.empty()))
				.min((a, b) -> FixContext.node(a).getLength() - FixContext.node(b).getLength());
	}

	/** Finds the block around the finding's place. */
	static Optional<EObject> block(FixContext context) {
		return smallest(context, BLOCKS);
	}

	/** Returns the first logical device of a meter. */
	static Optional<DeviceDecl> device(MeterDecl meter) {
		return meter.getItems().stream().filter(DeviceDecl.class::isInstance).map(DeviceDecl.class::cast).findFirst();
	}

	/** Writes a line in place of the one that begins with the same word, or adds it. */
	static TextEdit say(FixContext context, EObject block, String line) {
		String word = line.split(" ", 2)[0];
		Optional<ICompositeNode> there = block.eContents().stream().map(FixContext::node).filter(node -> node != null && begins(node, word)).findFirst();
		return there.map(node -> FixContext.replace(node, line)).orElseGet(() -> add(context, block, line));
	}

	private static boolean begins(ICompositeNode node, String word) {
		String text = NodeModelUtils.getTokenText(node);
		return text.equals(word) || text.startsWith(word + " ") || text.startsWith(word + ":");
	}

	/** Writes a line at the end of a block, which gets braces where it has none. */
	static TextEdit add(FixContext context, EObject block, String line) {
		ICompositeNode node = FixContext.node(block);
		return context.text().charAt(node.getEndOffset() - 1) == '}' ? context.line(block, line) : FixContext.after(node, " { %s }".formatted(line));
	}

	/** Writes an item on a line of its own behind a part. */
	static TextEdit after(FixContext context, EObject part, String item) {
		ICompositeNode node = FixContext.node(part);
		int lineStart = context.text().lastIndexOf('\n', node.getOffset() - 1) + 1;
		String indent = context.text().substring(lineStart, node.getOffset());
		return FixContext.after(node, "\n%s%s".formatted(indent.isBlank() ? indent : "", item));
	}

	/** Gives the declaration of the finding a name that the text does not use. */
	static Optional<TextEdit> rename(FixContext context) {
		return smallest(context, SWAPPED).filter(part -> FixContext.node(part).getOffset() <= context.start())
				.flatMap(part -> FixContext.node(part, part.eClass().getEStructuralFeature("name")).filter(name -> FixContext.node(part).getOffset() == context.start() || name.getOffset() == context.start()))
				.map(node -> FixContext.replace(node, free(context, node)));
	}

	private static String free(FixContext context, INode name) {
		String base = NodeModelUtils.getTokenText(name);
		return Stream.iterate(2, n -> n + 1).map(n -> base + n).filter(each -> !context.text().matches("(?s).*\\b%s\\b.*".formatted(each))).findFirst().orElseThrow();
	}
}
