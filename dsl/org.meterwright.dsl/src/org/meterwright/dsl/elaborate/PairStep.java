// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.Optional;

import org.meterwright.cosem.Column;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.ObjectDecl;

/** Pairs of a passive and an active object. */
final class PairStep implements Step {

	@Override
	public void run(Elaboration elaboration) {
		for (ObjectHandle handle : elaboration.objects()) {
			handle.entry().flatMap(entry -> Heads.newest(entry, handle.env(), node -> node.getActive() == null ? null : node))
					.ifPresent(node -> pair(elaboration, handle, node));
		}
	}

	private static void pair(Elaboration elaboration, ObjectHandle handle, ObjectDecl node) {
		Optional<Referent> active = elaboration.resolver().pair(node.getActive(), handle.scope(), Want.OBJECT);
		if (active.isEmpty()) {
			return;
		}
		if (active.get().object() == handle.object()) {
			elaboration.report().report("MW-LANG-045", node, CosemDslPackage.eINSTANCE.getObjectDecl_Active(), "%s cannot be passive of itself".formatted(node.getName()));
			return;
		}
		if (active.get().object().getInterfaceClass() != handle.object().getInterfaceClass()) {
			elaboration.report().report("MW-LANG-045", node, CosemDslPackage.eINSTANCE.getObjectDecl_Active(),
					"%s and %s are of different classes: only like replaces like".formatted(node.getName(), active.get().text()));
			return;
		}
		handle.object().setActive(active.get().object());
		if (node.getActivation() != null) {
			elaboration.resolver().pair(node.getActivation(), handle.scope(), Want.ATTRIBUTE).ifPresent(time -> handle.object().setActivation(column(time)));
		}
	}

	private static Column column(Referent time) {
		Column column = CosemFactory.eINSTANCE.createColumn();
		column.setObject(time.object());
		time.attribute().ifPresent(attribute -> column.setAttribute(attribute.getIndex()));
		column.setDataIndex(time.dataIndex());
		return column;
	}
}
