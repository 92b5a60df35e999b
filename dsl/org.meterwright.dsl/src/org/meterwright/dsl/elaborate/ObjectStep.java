// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
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
				elaboration.interfaceClass(entry.node()).ifPresent(type -> objects(elaboration, entry, type));
			}
		}
		for (Entry<GroupDecl> entry : elaboration.items().of(GroupDecl.class)) {
			elaboration.symbols().add(new Symbol(Kind.GROUP, entry.device(), entry.node().getName(), Optional.empty(), entry.node(), entry.node()));
		}
	}

	private static void objects(Elaboration elaboration, Entry<ObjectDecl> entry, InterfaceClass type) {
		ObjectDecl declaration = entry.node();
		Map<LogicalName, String> members = new HashMap<>();
		List<Origin> origins = entry.origins();
		List<Origin> familyOrigins = new ArrayList<>(origins);
		for (Env env : elaboration.members(declaration.getFamily())) {
			Optional<LogicalName> name = elaboration.logicalName(declaration, declaration.getLn(), env);
			if (name.isEmpty()) {
				return;
			}
			Optional<IndexEntry> index = Elaboration.entryOf(declaration.getFamily(), env);
			String before = members.put(name.get(), index.map(IndexEntry::name).orElse(""));
			if (before != null) {
				elaboration.report().report("MW-LANG-017", declaration, CosemDslPackage.eINSTANCE.getObjectDecl_Family(),
						"%s[%s] and %s[%s] both are %s; put {%s} into the logical name".formatted(declaration.getName(), before, declaration.getName(),
								index.map(IndexEntry::name).orElse(""), name.get(), declaration.getFamily().getBinder()));
				return;
			}
			elaboration.create(new NewObject(declaration.getName(), index, type, name.get(), entry.device(), declaration.isInternal(), false, declaration,
					familyOrigins), Optional.of(entry), env);
		}
	}
}
