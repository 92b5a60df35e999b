// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.dsl.cosemDsl.GrantLine;
import org.meterwright.dsl.cosemDsl.GroupDecl;
import org.meterwright.dsl.sugar.Sugar;

/** Tells whether lines of rights that reach objects which go reach others too: of a line that changes nothing a designer would be told. */
final class SharedLines {
	/** How many objects of a class, and of others, are looked at for one that the lines reach too. */
	private static final int MOST_TWINS = 40;
	/** How many objects of a group are looked at for one that the lines reach too. */
	private static final int MOST_MEMBERS = 4;

	private final Elaboration elaboration;
	private final Sugar sugar;
	private final Function<String, List<EObject>> mentions;

	SharedLines(Elaboration elaboration, Sugar sugar, Function<String, List<EObject>> mentions) {
		this.elaboration = elaboration;
		this.sugar = sugar;
		this.mentions = mentions;
	}

	/** Tells whether each line that reaches an object which goes reaches one that stays. */
	boolean keeps(List<ObjectHandle> gone, Uses uses) {
		return gone.stream().allMatch(each -> keeps(each, gone, uses));
	}

	private boolean keeps(ObjectHandle handle, List<ObjectHandle> gone, Uses uses) {
		Set<GrantLine> lines = lines(handle, uses.groups());
		// What is wrong with a line that names the object is told anew.
		lines.removeAll(uses.grants());
		return lines.isEmpty() || twins(handle, gone, uses).stream().anyMatch(twin -> {
			lines.removeAll(linesOf(twin));
			return lines.isEmpty();
		});
	}

	/** Returns some objects that stay: of the same groups first, then of the same class, because a line may be for a class, then others from all over the meter. */
	private List<ObjectHandle> twins(ObjectHandle handle, List<ObjectHandle> gone, Uses uses) {
		InterfaceClass type = handle.object().getInterfaceClass();
		List<ObjectHandle> all = elaboration.objects().stream().filter(each -> each.entry().isPresent() && each.device().equals(handle.device()) && !gone.contains(each)
				&& !each.object().isInternal() && each.entry().get().node().getFamily() == null).toList();
		int step = 1 + all.size() / MOST_TWINS;
		Set<String> members = members(uses);
		return Stream.of(members.isEmpty() ? Stream.<ObjectHandle>empty() : all.stream().filter(each -> members.contains(each.object().getName())),
				all.stream().filter(each -> each.object().getInterfaceClass() == type).limit(MOST_TWINS),
				IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get)).flatMap(each -> each).distinct().toList();
	}

	/** Returns some of the names that stand beside those of the objects in groups. */
	private static Set<String> members(Uses uses) {
		Set<GroupDecl> groups = uses.members().stream().map(each -> (GroupDecl) each.eContainer()).collect(Collectors.toCollection(LinkedHashSet::new));
		return groups.stream().flatMap(group -> group.getTargets().stream().filter(each -> each.getRef() != null && !uses.members().contains(each)).limit(MOST_MEMBERS))
				.map(each -> each.getRef().getSegments().getFirst().getName()).collect(Collectors.toSet());
	}

	private Set<GrantLine> linesOf(ObjectHandle twin) {
		return lines(twin, Uses.of(Set.of(twin.object().getName()), List.of(), mentions, elaboration.symbols()::isDevice).groups());
	}

	private Set<GrantLine> lines(ObjectHandle handle, Set<String> groups) {
		Set<GrantLine> lines = new LinkedHashSet<>();
		sugar.rightsTo(handle.object(), handle.device(), groups, (association, rights, origin) -> lines.addAll(rights.touched()));
		return lines;
	}
}
