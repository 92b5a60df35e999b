// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.Segment;
import org.meterwright.dsl.cosemDsl.Target;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Kind;
import org.meterwright.dsl.elaborate.Referent;
import org.meterwright.dsl.elaborate.Scope;
import org.meterwright.dsl.elaborate.Want;

/** Resolves the targets of one association's lines. What is named must be there, be shown and take the verb; sets keep what does. */
final class RightsTargets {
	private final Elaboration elaboration;
	private final String association;
	private final Scope scope;
	private final Optional<Only> only;

	/** The only object that matters, and the names of groups that it may be in. */
	record Only(CosemObject object, Set<String> groups) {
	}

	RightsTargets(Elaboration elaboration, String association, Scope scope) {
		this(elaboration, association, scope, Optional.empty());
	}

	RightsTargets(Elaboration elaboration, String association, Scope scope, Optional<Only> only) {
		this.only = only;
		this.elaboration = elaboration;
		this.association = association;
		this.scope = scope;
	}

	/** Resolves targets one by one; objects of other devices are reported. */
	List<Reached> resolve(List<Target> targets) {
		if (only.isPresent()) {
			return targets.stream().map(target -> new Reached(target, false, elaboration.targets().within(target, scope, only.get().object(), only.get().groups()))).toList();
		}
		List<Reached> all = new ArrayList<>();
		for (Target target : present(targets)) {
			List<Referent> found = elaboration.targets().resolve(List.of(target), scope, Want.TARGET);
			boolean named = target.getRef() != null && !isGroup(target.getRef().getSegments());
			Optional<Referent> foreign = found.stream().filter(each -> !each.symbol().device().equals(scope.device())).findFirst();
			if (foreign.isPresent()) {
				elaboration.report().report("MW-LANG-230", target, "%s is in device %s; association %s is to device %s".formatted(foreign.get().text(),
						foreign.get().symbol().device(), association, scope.device()));
				found = found.stream().filter(each -> each.symbol().device().equals(scope.device())).toList();
			}
			all.add(new Reached(target, named, found));
		}
		return all;
	}

	/** Leaves out what the meter removed: an exception that is not there excepts nothing. */
	List<Target> present(List<Target> targets) {
		return only.isPresent() ? targets : elaboration.targets().present(targets, scope);
	}

	/** Tells whether what an entry is about is there in this variant. */
	boolean isPresent(Ref ref) {
		return elaboration.targets().isPresent(ref, scope);
	}

	private boolean isGroup(List<Segment> segments) {
		String name = segments.getLast().getName();
		return segments.size() <= 2 && !elaboration.symbols().find(scope.device(), name, Set.of(Kind.GROUP)).isEmpty()
				&& (segments.size() == 1 || elaboration.symbols().isDevice(segments.getFirst().getName()));
	}

	/** Returns what a line of rights reaches; reports what is named in vain. */
	List<Reach> reaches(List<Target> targets, Predicate<CosemObject> shown, Set<Verb> verbs) {
		List<Reach> reaches = new ArrayList<>();
		for (Reached reached : resolve(targets)) {
			boolean told = false;
			for (Referent referent : reached.referents()) {
				Optional<String> problem = problem(referent, shown, verbs);
				if (problem.isEmpty()) {
					reaches.add(new Reach(referent.object(), part(referent, verbs)));
				} else if (reached.named() && !told) {
					elaboration.report().report("MW-LANG-231", reached.target(), problem.get());
					told = true;
				}
			}
		}
		return reaches;
	}

	private Optional<String> problem(Referent referent, Predicate<CosemObject> shown, Set<Verb> verbs) {
		CosemObject object = referent.object();
		if (object.isInternal()) {
			return Optional.of("%s is internal: it is in no object list".formatted(referent.text()));
		}
		if (!shown.test(object)) {
			return Optional.of("association %s does not show %s".formatted(association, object.getName()));
		}
		if (referent.isWhole()) {
			return Optional.empty();
		}
		boolean onAttribute = verbs.contains(Verb.READ) || verbs.contains(Verb.WRITE);
		if (referent.attribute().isPresent() && onAttribute) {
			int index = referent.attribute().get().getIndex();
			return CosemObjects.attribute(object, index).isPresent() ? Optional.empty()
					: Optional.of("%s has no %s: it is optional and not written".formatted(object.getName(), referent.attribute().get().getName()));
		}
		if (referent.method().isPresent() && verbs.contains(Verb.CALL)) {
			return Optional.empty();
		}
		return Optional.of(referent.attribute().isPresent() ? "%s is an attribute: read or write it".formatted(referent.text())
				: "%s is a method: call it".formatted(referent.text()));
	}

	private static Part part(Referent referent, Set<Verb> verbs) {
		if (referent.isWhole()) {
			return Part.WHOLE;
		}
		boolean onAttribute = verbs.contains(Verb.READ) || verbs.contains(Verb.WRITE);
		if (referent.attribute().isPresent() && (onAttribute || referent.method().isEmpty())) {
			return new Part.OfAttribute(referent.attribute().get().getIndex());
		}
		return new Part.OfMethod(referent.method().orElseThrow().getIndex());
	}

	/** Returns what is left out of a line: every part that a name stands for, shown or not. */
	List<Reach> excepted(List<Target> targets) {
		List<Reach> reaches = new ArrayList<>();
		for (Reached reached : resolve(present(targets))) {
			for (Referent referent : reached.referents()) {
				if (referent.isWhole()) {
					reaches.add(Reach.whole(referent.object()));
				}
				referent.attribute().ifPresent(each -> reaches.add(new Reach(referent.object(), new Part.OfAttribute(each.getIndex()))));
				referent.method().ifPresent(each -> reaches.add(new Reach(referent.object(), new Part.OfMethod(each.getIndex()))));
			}
		}
		return reaches;
	}
}
