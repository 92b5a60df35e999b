// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.Comparator;
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
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.GroupDecl;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.Target;
import org.meterwright.dsl.syntax.SyntaxFile;

/** Resolves lists of targets: {@code *}, {@code every Limiter}, {@code every Register.value}, references and groups. */
public final class Targets {
	/** The order in which {@code *} and {@code every} list objects: class id, version, logical name. */
	public static final Comparator<CosemObject> ORDER = Comparator.comparingInt((CosemObject object) -> object.getInterfaceClass().getClassId())
			.thenComparingInt(object -> object.getInterfaceClass().getVersion()).thenComparing(CosemObject::getLogicalName);

	private record Sorted(int size, List<CosemObject> objects) {
	}

	private final Elaboration elaboration;
	private final Map<LogicalDevice, Sorted> sorted = new IdentityHashMap<>();

	Targets(Elaboration elaboration) {
		this.elaboration = elaboration;
	}

	/** Resolves targets in order, groups opened. {@code *} and {@code every} leave internal objects out. */
	public List<Referent> resolve(List<Target> targets, Scope scope, Want want) {
		return resolve(targets, scope, want, new LinkedHashSet<>());
	}

	/** Leaves out what an override of the meter took away with {@code remove}: a list of exceptions may still name it. */
	public List<Target> present(List<Target> targets, Scope scope) {
		return targets.stream().filter(target -> target.getRef() == null || !isRemoved(target.getRef(), scope)).toList();
	}

	private boolean isRemoved(Ref ref, Scope scope) {
		return ref.getSegments().stream().limit(2).anyMatch(segment -> elaboration.items().removal(segment.getName()).isPresent())
				&& !elaboration.resolver().knows(ref, scope, Want.TARGET);
	}

	private List<Referent> resolve(List<Target> targets, Scope scope, Want want, Set<GroupDecl> open) {
		List<Referent> all = new ArrayList<>();
		for (Target target : targets) {
			if (target.isAll()) {
				objects(scope).forEach(object -> whole(object).ifPresent(all::add));
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
			elaboration.report().report("MW-LANG-025", group, "group %s contains itself".formatted(group.getName()));
			return;
		}
		all.addAll(resolve(group.getTargets(), new Scope(each.symbol().device(), scope.env()), want, open));
		open.remove(group);
	}

	private Optional<Referent> whole(CosemObject object) {
		return elaboration.symbols().of(object).map(Referent::of);
	}

	private List<CosemObject> objects(Scope scope) {
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
		List<CosemObject> found = objects(scope).stream().filter(object -> ClassDeclarations.of(object.getInterfaceClass()).filter(declarations::contains).isPresent()).toList();
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
