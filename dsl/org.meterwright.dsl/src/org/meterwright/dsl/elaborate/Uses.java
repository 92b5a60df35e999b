// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.AssociationItem;
import org.meterwright.dsl.cosemDsl.BodyItem;
import org.meterwright.dsl.cosemDsl.CaptureLine;
import org.meterwright.dsl.cosemDsl.GrantLine;
import org.meterwright.dsl.cosemDsl.GroupDecl;
import org.meterwright.dsl.cosemDsl.IfLine;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.RemoveLine;
import org.meterwright.dsl.cosemDsl.RequirementDecl;
import org.meterwright.dsl.cosemDsl.Segment;
import org.meterwright.dsl.cosemDsl.ShowLine;
import org.meterwright.dsl.cosemDsl.Target;

/**
 * Who says the names of some objects: objects that are like them, and those that are like these; captures; groups, with the groups, captures and
 * rights that name them; and rights. Any other use is only known to be there.
 */
final class Uses {
	private final Function<String, List<EObject>> mentions;
	private final Predicate<String> isDevice;
	private final Set<ObjectDecl> alike = new LinkedHashSet<>();
	private final Set<BodyItem> captures = new LinkedHashSet<>();
	private final Set<Target> members = new LinkedHashSet<>();
	private final Set<GrantLine> grants = new LinkedHashSet<>();
	/** Groups that name an object, or a group that does, with the groups that name them in turn. */
	private final Map<String, Set<String>> groups = new HashMap<>();
	private final Map<String, Set<AssociationItem>> linesOfGroups = new HashMap<>();
	private final Set<Target> shown = new LinkedHashSet<>();
	private boolean known = true;

	private Uses(Function<String, List<EObject>> mentions, Predicate<String> isDevice) {
		this.mentions = mentions;
		this.isDevice = isDevice;
	}

	/**
	 * Finds the uses of names.
	 *
	 * @param names        names of objects, whether there are such objects or not
	 * @param declarations what declares them now
	 * @param mentions     finds the nodes that say a word
	 * @param isDevice     tells of a name whether it is that of a logical device
	 */
	static Uses of(Collection<String> names, Collection<ObjectDecl> declarations, Function<String, List<EObject>> mentions, Predicate<String> isDevice) {
		Uses uses = new Uses(mentions, isDevice);
		names.forEach(name -> uses.object(name, declarations));
		return uses;
	}

	/** Tells whether these are all uses. */
	boolean isKnown() {
		return known;
	}

	/** Returns the declarations of objects that are like them, directly or through others. */
	Set<ObjectDecl> alike() {
		return alike;
	}

	/** Returns the lines that capture them, or take them out of what is captured. */
	Set<BodyItem> captures() {
		return captures;
	}

	/** Returns where groups name them. */
	Set<Target> members() {
		return members;
	}

	/** Returns the lines of rights that name them. */
	Set<GrantLine> grants() {
		return grants;
	}

	/** Returns where associations show or hide them. */
	Set<Target> shown() {
		return shown;
	}

	/** Returns the names of the groups that they are in, directly or through other groups. */
	Set<String> groups() {
		return groups.keySet();
	}

	/** Tells whether one of some lines of associations names a group, directly or through other groups. */
	boolean isNamed(String group, Predicate<AssociationItem> among) {
		return isNamed(group, among, new HashSet<>());
	}

	private boolean isNamed(String group, Predicate<AssociationItem> among, Set<String> seen) {
		return seen.add(group) && (linesOfGroups.getOrDefault(group, Set.of()).stream().anyMatch(among)
				|| groups.getOrDefault(group, Set.of()).stream().anyMatch(each -> isNamed(each, among, seen)));
	}

	private void object(String name, Collection<ObjectDecl> declarations) {
		for (EObject each : mentions.apply(name)) {
			if (each instanceof Segment segment) {
				ref(segment).ifPresent(ref -> objectIn(ref));
			} else {
				known &= declarations.contains(each);
			}
		}
	}

	/** Returns the reference that a segment begins, after that of a logical device; nothing for the name of a part. */
	private Optional<Ref> ref(Segment segment) {
		Ref ref = (Ref) segment.eContainer();
		int at = ref.getSegments().indexOf(segment);
		return at == 0 || at == 1 && isDevice.test(ref.getSegments().getFirst().getName()) ? Optional.of(ref) : Optional.empty();
	}

	private void objectIn(Ref ref) {
		if (isLike(ref)) {
			alike((ObjectDecl) ref.eContainer());
		} else if (ref.eContainer() instanceof Target target && target.eContainer() instanceof GroupDecl group) {
			members.add(target);
			group(group.getName());
		} else if (ref.eContainer() instanceof Target target && target.eContainer() instanceof GrantLine line) {
			grants.add(line);
		} else if (ref.eContainer() instanceof Target target && target.eContainer() instanceof ShowLine) {
			shown.add(target);
		} else {
			capture(ref);
		}
	}

	private static boolean isLike(Ref ref) {
		return ref.eContainer() instanceof ObjectDecl object && object.getLike() == ref;
	}

	private void capture(Ref ref) {
		EObject line = ref.eContainer() instanceof Target target ? target.eContainer() : ref;
		if ((line instanceof CaptureLine || line instanceof RemoveLine) && isInObject((BodyItem) line)) {
			captures.add((BodyItem) line);
		} else {
			known = false;
		}
	}

	private static boolean isInObject(BodyItem line) {
		EObject around = line.eContainer();
		while (around instanceof IfLine) {
			around = around.eContainer();
		}
		return around instanceof ObjectDecl && !(around.eContainer() instanceof RequirementDecl);
	}

	private void alike(ObjectDecl object) {
		if (object.getName() == null) {
			known = false;
		} else if (alike.add(object)) {
			for (EObject each : mentions.apply(object.getName())) {
				if (each instanceof Segment segment) {
					ref(segment).filter(Uses::isLike).ifPresent(ref -> alike((ObjectDecl) ref.eContainer()));
				}
			}
		}
	}

	private void group(String name) {
		if (name == null) {
			known = false;
		} else if (groups.putIfAbsent(name, new LinkedHashSet<>()) == null) {
			for (EObject each : mentions.apply(name)) {
				if (each instanceof Segment segment) {
					ref(segment).ifPresent(ref -> groupIn(name, ref));
				} else {
					known &= each instanceof GroupDecl;
				}
			}
		}
	}

	private void groupIn(String name, Ref ref) {
		if (ref.eContainer() instanceof Target target && target.eContainer() instanceof GroupDecl group) {
			groups.get(name).add(group.getName());
			group(group.getName());
		} else if (ref.eContainer() instanceof Target target && (target.eContainer() instanceof GrantLine || target.eContainer() instanceof ShowLine)) {
			linesOfGroups.computeIfAbsent(name, key -> new LinkedHashSet<>()).add((AssociationItem) target.eContainer());
		} else {
			capture(ref);
		}
	}
}
