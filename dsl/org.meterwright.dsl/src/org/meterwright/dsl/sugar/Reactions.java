// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.EveryExpr;
import org.meterwright.dsl.cosemDsl.OnExpr;
import org.meterwright.dsl.cosemDsl.OverrideItem;
import org.meterwright.dsl.cosemDsl.ReactionDecl;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.TriggerExpr;
import org.meterwright.dsl.cosemDsl.WhenExpr;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Entry;
import org.meterwright.dsl.elaborate.Env;
import org.meterwright.dsl.elaborate.Heads;
import org.meterwright.dsl.elaborate.IndexEntry;
import org.meterwright.dsl.elaborate.Kind;
import org.meterwright.dsl.elaborate.ObjectHandle;
import org.meterwright.dsl.syntax.SyntaxFile;

/**
 * Reactions and the objects that COSEM has for them: Single action schedule (22) for times, Register monitor (21) for thresholds, Limiter
 * (71) for thresholds with durations. Events and {@code ==} have none. A reaction without a name keeps its object to itself: internal.
 */
final class Reactions {
	static final int SCHEDULE = 22;
	static final int MONITOR = 21;
	static final int LIMITER = 71;

	/** What COSEM has for a trigger: a class and the row of its logical names. */
	private record Standard(int classId, IntFunction<LogicalName> names, String row) {
	}

	private static final Standard BY_TIME = new Standard(SCHEDULE, n -> new LogicalName(0, 0, 15, 0, n, 255), "0-0:15.0.n*255");
	private static final Standard BY_THRESHOLD = new Standard(MONITOR, n -> new LogicalName(0, 0, 16, 0, n, 255), "0-0:16.0.n*255");
	private static final Standard BY_LIMIT = new Standard(LIMITER, n -> new LogicalName(0, 0, 17, 0, n, 255), "0-0:17.0.n*255");

	private final Workshop workshop;
	private final Map<String, Integer> unnamed = new HashMap<>();

	Reactions(Workshop workshop) {
		this.workshop = workshop;
	}

	void declare() {
		for (Entry<ReactionDecl> entry : workshop.elaboration().items().of(ReactionDecl.class)) {
			String name = entry.node().getName();
			if (name != null && standard(entry.node().getTrigger()).isPresent()
					&& !workshop.isFree(device(entry), name, entry.node(), CosemDslPackage.eINSTANCE.getReactionDecl_Name())) {
				continue;
			}
			for (Env env : workshop.elaboration().members(Heads.newest(entry, ReactionDecl::getFamily).orElse(null))) {
				declare(entry, Heads.widen(entry, env, ReactionDecl::getFamily));
			}
		}
	}

	private void declare(Entry<ReactionDecl> entry, Env env) {
		ReactionDecl node = entry.node();
		Optional<IndexEntry> index = env.binders().values().stream().findFirst();
		String name = node.getName() == null ? unnamed(node.getTrigger()) : node.getName();
		Optional<Standard> standard = standard(node.getTrigger());
		if (standard.isEmpty() && node.getLn() != null) {
			workshop.elaboration().report().report("MW-LANG-222", node, CosemDslPackage.eINSTANCE.getReactionDecl_Ln(),
					"COSEM has no object for this; leave the logical name out");
		}
		Reaction reaction = CosemFactory.eINSTANCE.createReaction();
		reaction.setName(index.map(each -> "%s[%s]".formatted(name, each.name())).orElse(name));
		reaction.getOrigins().addAll(entry.origins());
		String documentation = SyntaxFile.documentation(node);
		reaction.setDocumentation(documentation.isEmpty() ? null : documentation);
		if (node.getName() != null) {
			workshop.name(Kind.REACTION, name, index, reaction, node);
		}
		Optional<ObjectHandle> handle = standard.flatMap(each -> object(entry, env, name, index, each));
		handle.map(ObjectHandle::object).ifPresent(reaction::setObject);
		workshop.elaboration().model().getReactions().add(reaction);
		workshop.reactions().add(new Piece<>(entry, env, device(entry), reaction, handle));
	}

	/** A reaction belongs to the device whose objects it names: a script or monitor reaches no other. */
	private String device(Entry<ReactionDecl> entry) {
		List<Ref> references = new ArrayList<>();
		if (entry.node().getTrigger() instanceof WhenExpr when) {
			references.add(when.getLeft());
		}
		acting(entry).node().getActions().forEach(step -> references.add(Actions.target(step)));
		return workshop.device(entry, references);
	}

	/** Returns the layer that says what is done: an override without a block keeps the steps. */
	static Entry<ReactionDecl> acting(Entry<ReactionDecl> entry) {
		return Heads.newestFirst(entry).stream().filter(each -> each.node().isActing() || isWhole(each.node())).findFirst().orElse(entry);
	}

	/** Returns the layer that says what is done on the way back. */
	static Entry<ReactionDecl> returning(Entry<ReactionDecl> entry) {
		return Heads.newestFirst(entry).stream().filter(each -> each.node().isReturning() || isWhole(each.node())).findFirst().orElse(entry);
	}

	private static boolean isWhole(ReactionDecl node) {
		return !(node.eContainer() instanceof OverrideItem);
	}

	private static Optional<Standard> standard(TriggerExpr trigger) {
		return switch (trigger) {
			case EveryExpr every -> Optional.of(BY_TIME);
			case WhenExpr it when it.getOp().equals("==") -> Optional.empty();
			case WhenExpr when -> Optional.of(when.getDuration() == null && when.getBackDuration() == null ? BY_THRESHOLD : BY_LIMIT);
			default -> Optional.empty();
		};
	}

	private Optional<ObjectHandle> object(Entry<ReactionDecl> entry, Env env, String name, Optional<IndexEntry> index, Standard standard) {
		ReactionDecl node = entry.node();
		Optional<InterfaceClass> type = workshop.elaboration().libraryClass(standard.classId(), 0);
		Optional<LogicalName> logicalName = logicalName(entry, env, standard);
		if (type.isEmpty() || logicalName.isEmpty()) {
			return Optional.empty();
		}
		boolean internal = Piece.layers(entry).stream().anyMatch(layer -> layer.node().isInternal()) || node.getName() == null;
		return Optional.of(workshop.elaboration().create(new Elaboration.NewObject(name, index, type.get(), logicalName.get(), device(entry), internal, true,
				node, entry.origins())));
	}

	private Optional<LogicalName> logicalName(Entry<ReactionDecl> entry, Env env, Standard standard) {
		Optional<ReactionDecl> written = Piece.layers(entry).reversed().stream().map(Entry::node).filter(node -> node.getLn() != null).findFirst();
		if (written.isPresent()) {
			return workshop.elaboration().logicalName(written.get(), written.get().getLn(), env);
		}
		Optional<LogicalName> free = workshop.elaboration().logicalNames().free(device(entry), 0, 255, standard.names());
		if (free.isEmpty()) {
			workshop.elaboration().report().report("MW-LANG-206", entry.node(), "no logical name %s is free; write one".formatted(standard.row()));
		}
		return free;
	}

	/** Names a reaction without a name after what it waits for, so that it keeps its name when others come before it. */
	private String unnamed(TriggerExpr trigger) {
		String base = switch (trigger) {
			case OnExpr on -> "on_%s".formatted(last(on.getEvents().getFirst()));
			case WhenExpr when -> "when_%s".formatted(when.getLeft().getSegments().getFirst().getName());
			default -> "every";
		};
		int count = unnamed.merge(base, 1, Integer::sum);
		return count == 1 ? base : "%s_%d".formatted(base, count);
	}

	private static String last(Ref ref) {
		return ref.getSegments().getLast().getName();
	}
}
