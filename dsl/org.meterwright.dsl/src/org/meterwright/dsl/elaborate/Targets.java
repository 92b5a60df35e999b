// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.builder.ModelOrder;
import org.meterwright.dsl.cosemDsl.AssociationItem;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.GroupDecl;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.Segment;
import org.meterwright.dsl.cosemDsl.Target;
import org.meterwright.dsl.syntax.SyntaxFile;

/** Resolves lists of targets: {@code *}, {@code every Limiter}, {@code every Register.value}, references and groups. */
public final class Targets {
	/** The order in which {@code *} and {@code every} list objects: class id, version, logical name. */
	public static final Comparator<CosemObject> ORDER = ModelOrder.OBJECTS;

	private record Sorted(int size, List<CosemObject> objects) {
	}

	private final Elaboration elaboration;
	private final Map<LogicalDevice, Sorted> sorted = new IdentityHashMap<>();
	private final Map<Opened, Known> opened = new HashMap<>();

	/** A group as it is asked for. */
	private record Opened(GroupDecl group, Scope scope, Want want) {
	}

	/** What a group names, while the meter has so many names. */
	private record Known(int names, List<Referent> referents) {
	}

	/** Which classes a target means that begins with {@code every}. */
	private final Map<Target, Set<Object>> classes = new IdentityHashMap<>();
	private boolean broad;

	Targets(Elaboration elaboration) {
		this.elaboration = elaboration;
	}

	/** Resolves targets in order, groups opened. {@code *} and {@code every} leave internal objects out. */
	public List<Referent> resolve(List<Target> targets, Scope scope, Want want) {
		return resolve(targets, scope, want, new LinkedHashSet<>());
	}

	/** Tells whether a set of objects, such as all of a class, was asked for by anything but object lists and rights. */
	boolean isBroad() {
		return broad;
	}

	/** Forgets what was found in sets, and in some groups, after objects came or went. */
	void forget(Set<String> groups) {
		sorted.clear();
		opened.keySet().removeIf(each -> groups.contains(each.group().getName()));
	}

	/**
	 * Returns what a target of an object list or a right means of a single object.
	 *
	 * @param scope  from where it is looked up
	 * @param object the object
	 * @param groups names of the groups that the object is in, directly or through others; more names are no harm
	 */
	public List<Referent> within(Target target, Scope scope, CosemObject object, Set<String> groups) {
		return within(target, scope, object, groups, new LinkedHashSet<>());
	}

	private List<Referent> within(Target target, Scope scope, CosemObject object, Set<String> groups, Set<GroupDecl> open) {
		if (target.isAll()) {
			return whole(object).stream().toList();
		}
		if (target.getRef() != null) {
			return named(target.getRef(), scope, object, groups, open);
		}
		if (!target.isEvery() || ClassDeclarations.of(object.getInterfaceClass()).filter(classes.getOrDefault(target, Set.of())::contains).isEmpty()) {
			return List.of();
		}
		String name = target.getInterfaceClass();
		boolean member = !isClass(target, name) && name.indexOf('.') > 0;
		return member(object, member ? name.substring(name.lastIndexOf('.') + 1) : "").stream().toList();
	}

	private List<Referent> named(Ref ref, Scope scope, CosemObject object, Set<String> groups, Set<GroupDecl> open) {
		String own = elaboration.symbols().of(object).map(Symbol::name).orElse("");
		if (ref.getSegments().stream().limit(2).map(Segment::getName).noneMatch(name -> own.equals(name) || groups.contains(name))) {
			return List.of();
		}
		List<Referent> all = new ArrayList<>();
		for (Referent each : elaboration.quietResolver().resolve(ref, scope, Want.TARGET)) {
			if (each.symbol().element() instanceof GroupDecl group && open.add(group)) {
				all.addAll(membersWithin(group, new Scope(each.symbol().device(), scope.env()), object, groups, open));
				open.remove(group);
			} else if (each.symbol().element() == object) {
				all.add(each);
			}
		}
		return all;
	}

	private List<Referent> membersWithin(GroupDecl group, Scope scope, CosemObject object, Set<String> groups, Set<GroupDecl> open) {
		List<Referent> members = new ArrayList<>();
		for (GroupDecl layer : elaboration.items().groupLayers(group)) {
			if (!layer.isAlso() && !layer.getTargets().isEmpty()) {
				members.clear();
			}
			layer.getTargets().forEach(target -> members.addAll(within(target, scope, object, groups, open)));
			List<Referent> excepted = layer.getExcepted().stream().flatMap(target -> within(target, scope, object, groups, open).stream()).toList();
			members.removeIf(member -> excepted.stream().anyMatch(out -> covers(out, member)));
		}
		return members;
	}

	/** Looks up once more what a group names at a place, for the sake of what is to be told of that. */
	void tell(Target target) {
		GroupDecl group = (GroupDecl) target.eContainer();
		elaboration.items().of(GroupDecl.class).stream().map(Entry::node).filter(node -> elaboration.items().groupLayers(node).contains(group)).findFirst()
				.flatMap(elaboration.symbols()::of).ifPresent(symbol -> {
					Scope scope = new Scope(symbol.device(), Env.NONE);
					resolve(present(List.of(target), scope), scope, Want.TARGET);
				});
	}

	/**
	 * Leaves out what this variant has not got: what {@code remove} took away and what stands in an {@code if} that does not hold. A
	 * group, a right or an exception may name it: it lists what there is.
	 */
	public List<Target> present(List<Target> targets, Scope scope) {
		return targets.stream().filter(target -> target.getRef() == null || !isGone(target.getRef(), scope)).toList();
	}

	/** Tells whether a column names what the meter removed, or what only another variant has, and is taken away by one of some references. */
	public boolean isTakenAway(Ref ref, List<Ref> away, Scope scope) {
		String name = ref.getSegments().getFirst().getName();
		return isTakenAway(ref, scope) && away.stream().anyMatch(each -> each.getSegments().getFirst().getName().equals(name));
	}

	/** Tells whether a line names what the meter removed, or what only another variant has. */
	public boolean isTakenAway(Ref ref, Scope scope) {
		return ref.getSegments().stream().limit(2).map(Segment::getName).anyMatch(name -> elaboration.items().absent(name).isPresent()
				|| elaboration.items().removal(name).isPresent()) && !elaboration.resolver().knows(ref, scope, Want.TARGET);
	}

	/** Tells whether a list may look for what it names: it is there, or is nowhere at all. */
	public boolean isPresent(Ref ref, Scope scope) {
		return !isGone(ref, scope);
	}

	private boolean isGone(Ref ref, Scope scope) {
		return ref.getSegments().stream().limit(2).anyMatch(segment -> isGone(segment.getName(), ref)) && !elaboration.resolver().knows(ref, scope, Want.TARGET);
	}

	private boolean isGone(String name, Ref ref) {
		return elaboration.items().absent(name).isPresent() || elaboration.items().removal(name).filter(place -> !Resolver.standsWith(ref, place)).isPresent();
	}

	private List<Referent> resolve(List<Target> targets, Scope scope, Want want, Set<GroupDecl> open) {
		List<Referent> all = new ArrayList<>();
		for (Target target : targets) {
			broad |= (target.isAll() || target.isEvery()) && !(target.eContainer() instanceof AssociationItem);
			if (target.isAll()) {
				everything(scope).forEach(object -> whole(object).ifPresent(all::add));
			} else if (target.isEvery()) {
				every(target, scope, all);
			} else {
				elaboration.resolver().resolve(target.getRef(), scope, want).forEach(each -> open(each, scope, want, open, all));
			}
		}
		return all;
	}

	private void open(Referent each, Scope scope, Want want, Set<GroupDecl> open, List<Referent> all) {
		if (!(each.symbol().element() instanceof GroupDecl group)) {
			all.add(each);
			return;
		}
		if (!open.add(group)) {
			elaboration.report().report("MW-LANG-025", group, "group %s contains itself".formatted(group.getName()), group.getName());
			return;
		}
		all.addAll(membersOnce(group, new Scope(each.symbol().device(), scope.env()), want, open));
		open.remove(group);
	}

	/** Looks a group up once, as long as no name comes in and nothing is wrong with it: every right on it asks again. */
	private List<Referent> membersOnce(GroupDecl group, Scope scope, Want want, Set<GroupDecl> open) {
		Opened key = new Opened(group, scope, want);
		Known known = opened.get(key);
		if (known != null && known.names() == elaboration.symbols().size()) {
			return known.referents();
		}
		int findings = elaboration.report().count();
		List<Referent> members = members(group, scope, want, open);
		if (findings == elaboration.report().count()) {
			opened.put(key, new Known(elaboration.symbols().size(), members));
		}
		return members;
	}

	/** Returns what a group names; an override without {@code also} begins anew. */
	private List<Referent> members(GroupDecl group, Scope scope, Want want, Set<GroupDecl> open) {
		List<Referent> members = new ArrayList<>();
		for (GroupDecl layer : elaboration.items().groupLayers(group)) {
			if (!layer.isAlso() && !layer.getTargets().isEmpty()) {
				members.clear();
			}
			members.addAll(resolve(present(layer.getTargets(), scope), scope, want, open));
			List<Referent> excepted = resolve(present(layer.getExcepted(), scope), scope, want, open);
			members.removeIf(member -> excepted.stream().anyMatch(out -> covers(out, member)));
		}
		return members;
	}

	private static boolean covers(Referent out, Referent member) {
		return out.object() == member.object() && (out.isWhole() || out.attribute().equals(member.attribute()) && out.method().equals(member.method()));
	}

	private Optional<Referent> whole(CosemObject object) {
		return elaboration.symbols().of(object).map(Referent::of);
	}

	/** Returns what {@code *} means: the objects of a device, or of all, that are not internal. */
	public List<CosemObject> everything(Scope scope) {
		List<CosemObject> found = new ArrayList<>();
		for (LogicalDevice device : elaboration.model().getDevices()) {
			if (scope.device().isEmpty() || scope.device().equals(device.getName())) {
				found.addAll(sorted(device));
			}
		}
		return found;
	}

	/** Sorts once, until a step makes another object. */
	private List<CosemObject> sorted(LogicalDevice device) {
		int size = device.getObjects().size();
		Sorted before = sorted.get(device);
		if (before == null || before.size() != size) {
			before = new Sorted(size, device.getObjects().stream().filter(object -> !object.isInternal()).sorted(ORDER).toList());
			sorted.put(device, before);
		}
		return before.objects();
	}

	private void every(Target target, Scope scope, List<Referent> all) {
		String name = target.getInterfaceClass();
		String className = name;
		String member = "";
		if (!isClass(target, name) && name.indexOf('.') > 0 && isClass(target, name.substring(0, name.lastIndexOf('.')))) {
			className = name.substring(0, name.lastIndexOf('.'));
			member = name.substring(name.lastIndexOf('.') + 1);
		}
		Set<Object> declarations = new LinkedHashSet<>(elaboration.names().classes(target, CosemDslPackage.eINSTANCE.getTarget_InterfaceClass(), className));
		List<CosemObject> found = everything(scope).stream().filter(object -> ClassDeclarations.of(object.getInterfaceClass()).filter(declarations::contains).isPresent()).toList();
		classes.put(target, declarations);
		String wanted = member;
		List<Referent> members = found.stream().map(object -> member(object, wanted)).flatMap(Optional::stream).toList();
		if (members.isEmpty() && !found.isEmpty() && !member.isEmpty()) {
			elaboration.report().report("MW-LANG-024", target, CosemDslPackage.eINSTANCE.getTarget_InterfaceClass(),
					"class %s has no attribute or method %s".formatted(found.getFirst().getInterfaceClass().getName(), member));
		}
		all.addAll(members);
	}

	private boolean isClass(Target target, String name) {
		return !elaboration.names().declarations().find(Declarations.Sort.CLASS, SyntaxFile.of(target), name).isEmpty();
	}

	/** Finds a member of an object; another version of its class may not have it. */
	private Optional<Referent> member(CosemObject object, String member) {
		if (member.isEmpty()) {
			return whole(object);
		}
		Optional<AttributeDefinition> attribute = object.getInterfaceClass().getAttributes().stream().filter(each -> member.equals(each.getName())).findFirst();
		Optional<MethodDefinition> method = object.getInterfaceClass().getMethods().stream().filter(each -> member.equals(each.getName())).findFirst();
		if (attribute.isEmpty() && method.isEmpty()) {
			return Optional.empty();
		}
		return elaboration.symbols().of(object).map(symbol -> new Referent(symbol, attribute, method, Optional.empty(), 0));
	}
}
