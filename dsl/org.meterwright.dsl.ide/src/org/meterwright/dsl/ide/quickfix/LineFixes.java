// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.quickfix;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.meterwright.dsl.cosemDsl.AlertDecl;
import org.meterwright.dsl.cosemDsl.AssociationDecl;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.BodyItem;
import org.meterwright.dsl.cosemDsl.CallStep;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.PushDecl;
import org.meterwright.dsl.cosemDsl.ReactionDecl;

/** Fixes that write or remove a line. */
final class LineFixes {
	private static final CosemDslPackage P = CosemDslPackage.eINSTANCE;
	private static final List<Class<? extends EObject>> BLOCKS = List.of(ObjectDecl.class, AssociationDecl.class, PushDecl.class, AlertDecl.class);

	private LineFixes() {
	}

	/** Takes the line of the finding out. */
	static List<QuickFix> removeLine(FixContext context) {
		return context.fixAt(BodyItem.class, line -> Optional.of(context.remove(line)));
	}

	/** Takes {@code like} and what it names out of the head of an object. */
	static List<QuickFix> removeLike(FixContext context) {
		return context.fixAt(ObjectDecl.class, object -> FixContext.node(object, P.getObjectDecl_Ln())
				.flatMap(before -> FixContext.node(object, P.getObjectDecl_Like()).map(like -> new TextEdit(before.getEndOffset(), like.getEndOffset() - before.getEndOffset(), ""))));
	}

	/** Writes 0 where a parameter is missing, and takes out one that is too much. */
	static List<QuickFix> parameter(FixContext context) {
		return context.fixAt(CallStep.class, call -> FixContext.node(call, P.getCallStep_Parameter()).map(INode.class::cast).map(node -> FixContext.replace(node, ""))
				.or(() -> Optional.of(new TextEdit(FixContext.node(call).getEndOffset() - 1, 0, "0"))));
	}

	/** Takes a reaction out. */
	static List<QuickFix> removeReaction(FixContext context) {
		return context.fixAt(ReactionDecl.class, reaction -> Optional.of(context.remove(reaction)));
	}

	/** Shifts the time by an hour while daylight saving is in force. */
	static List<QuickFix> deviation(FixContext context) {
		Optional<ObjectDecl> clock = context.at(ObjectDecl.class);
		Optional<AttributeLine> line = clock.stream().flatMap(object -> object.getBody().stream()).filter(AttributeLine.class::isInstance).map(AttributeLine.class::cast)
				.filter(each -> "daylight_savings_deviation".equals(each.getName())).findFirst();
		return context.fix(line.flatMap(each -> FixContext.node(each, P.getAttributeLine_Value())).map(node -> FixContext.replace(node, "60 min"))
				.or(() -> line.isPresent() ? Optional.empty() : clock.map(object -> context.line(object, "daylight_savings_deviation = 60 min"))));
	}

	/** Accepts a finding in the block that it is about. */
	static Optional<QuickFix> accept(FixContext context) {
		String line = "accept %s \"reason\"".formatted(context.rule().id());
		return BLOCKS.stream().map(context::at).flatMap(Optional::stream).findFirst().filter(block -> context.text().charAt(FixContext.node(block).getEndOffset() - 1) == '}')
				.map(block -> new QuickFix("Accept %s with a reason".formatted(context.rule().id()), context.finding().place().file(), List.of(context.line(block, line))));
	}
}
