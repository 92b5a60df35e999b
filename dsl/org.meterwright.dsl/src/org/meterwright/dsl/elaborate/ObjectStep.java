// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.Family;
import org.meterwright.dsl.cosemDsl.GroupDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.elaborate.Elaboration.NewObject;

/** The objects that the text declares: name, class, logical name; families become one object for each index entry. Groups get their names. */
final class ObjectStep implements Step {

	@Override
	public void run(Elaboration elaboration) {
		for (Entry<ObjectDecl> entry : elaboration.items().of(ObjectDecl.class)) {
			if (elaboration.device(entry.device()).isEmpty()) {
				String message = entry.device().isEmpty() ? "%s stands in no logical device; write it into device name at 1 { ... }" : "%s stands in a device that is not there";
				elaboration.report().report("MW-LANG-016", entry.node(), CosemDslPackage.eINSTANCE.getObjectDecl_Name(), message.formatted(entry.node().getName()));
			} else {
				objects(elaboration, entry);
			}
		}
		for (Entry<GroupDecl> entry : elaboration.items().of(GroupDecl.class)) {
			elaboration.symbols().add(new Symbol(Kind.GROUP, entry.device(), entry.node().getName(), Optional.empty(), entry.node(), entry.node()));
		}
	}

	private static void objects(Elaboration elaboration, Entry<ObjectDecl> entry) {
		ObjectDecl declaration = Heads.declaring(entry);
		Optional<Family> family = Heads.family(entry);
		Map<LogicalName, String> members = new HashMap<>();
		checkMembers(elaboration, entry, family);
		Map<ObjectDecl, Optional<InterfaceClass>> types = new IdentityHashMap<>();
		for (Env env : elaboration.members(family.orElse(null))) {
			Optional<ObjectDecl> head = Heads.newest(entry, env, node -> node.getInterfaceClass() == null ? null : node);
			Optional<InterfaceClass> type = head.flatMap(node -> types.computeIfAbsent(node, elaboration::interfaceClass));
			Optional<LogicalName> name = type.isEmpty() ? Optional.empty() : logicalName(elaboration, entry, env);
			if (name.isEmpty()) {
				return;
			}
			Optional<IndexEntry> index = env.binders().values().stream().findFirst();
			String before = members.put(name.get(), index.map(IndexEntry::name).orElse(""));
			if (before != null) {
				elaboration.report().report("MW-LANG-017", entry.node(), CosemDslPackage.eINSTANCE.getObjectDecl_Family(),
						"%s[%s] and %s[%s] both are %s; put {%s} into the logical name".formatted(declaration.getName(), before, declaration.getName(),
								index.map(IndexEntry::name).orElse(""), name.get(), family.map(Family::getBinder).orElse("")), family.map(Family::getBinder).orElse(""));
				return;
			}
			elaboration.create(new NewObject(declaration.getName(), index, type.get(), name.get(), entry.device(), Heads.isInternal(entry, env), false, declaration,
					origins(entry, env)), Optional.of(entry), env);
		}
	}

	private static Optional<LogicalName> logicalName(Elaboration elaboration, Entry<ObjectDecl> entry, Env env) {
		Optional<ObjectDecl> written = Heads.newest(entry, env, node -> node.getLn() == null ? null : node);
		if (written.isEmpty()) {
			elaboration.report().report("MW-LANG-016", entry.node(), CosemDslPackage.eINSTANCE.getObjectDecl_Name(), "%s has no logical name".formatted(entry.node().getName()));
		}
		return written.flatMap(node -> elaboration.logicalName(node, node.getLn(), BodyStep.rebind(env, node)));
	}

	private static List<Origin> origins(Entry<ObjectDecl> entry, Env env) {
		return Heads.newestFirst(entry).stream().filter(each -> Heads.applies(each.node(), env)).map(each -> each.place(each.node())).toList();
	}

	/** An override of one member has to be about a member that there is. */
	private static void checkMembers(Elaboration elaboration, Entry<ObjectDecl> entry, Optional<Family> family) {
		for (Entry<ObjectDecl> each : Heads.newestFirst(entry)) {
			if (each.node().getMember() == null) {
				continue;
			}
			boolean met = family.isPresent() && elaboration.members(family.get()).stream().anyMatch(env -> Heads.applies(each.node(), env));
			if (!met) {
				elaboration.report().report("MW-LANG-023", each.node(), CosemDslPackage.eINSTANCE.getObjectDecl_Member(), family.isEmpty()
						? "%s is no family; leave the index out".formatted(each.node().getName()) : "%s has no such member".formatted(each.node().getName()));
			}
		}
	}
}
