// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;

/** A function of the firmware has one signature: attributes that share a handler have one type. */
final class HandlerStep implements Step {

	/** The attribute that used a handler first. */
	private record Use(String name, Attribute attribute) {
	}

	@Override
	public void run(Elaboration elaboration) {
		Map<String, Use> uses = new HashMap<>();
		for (ObjectHandle handle : elaboration.objects()) {
			for (Attribute attribute : handle.object().getAttributes()) {
				if (attribute.getHandler() != null) {
					Use own = new Use("%s.%s".formatted(handle.object().getName(), attribute.getName()), attribute);
					Use before = uses.putIfAbsent(attribute.getHandler(), own);
					if (before != null && !before.attribute().getType().equals(attribute.getType())) {
						report(elaboration, handle, own, before);
					}
				}
			}
		}
	}

	private static void report(Elaboration elaboration, ObjectHandle handle, Use own, Use before) {
		Body.Line<AttributeLine> line = handle.body().attributes().get(own.attribute().getName());
		Origin place = before.attribute().getOrigins().isEmpty() ? new Origin("", 1, 0, 0, Layer.WRITTEN) : before.attribute().getOrigins().getFirst();
		EObject node = line == null ? elaboration.declaration() : line.node().getStorage() == null ? line.node() : line.node().getStorage();
		String message = "%s is %s, but %s of the same call %s is %s (%s line %d); a function has one type: give one of them another name".formatted(own.name(),
				Values.name(own.attribute().getType()), before.name(), own.attribute().getHandler(), Values.name(before.attribute().getType()), place.file(), place.line());
		if (line != null && line.node().getStorage() != null) {
			elaboration.report().report("MW-LANG-029", node, CosemDslPackage.eINSTANCE.getStorageExpr_Handler(), message);
		} else {
			elaboration.report().report("MW-LANG-029", node, message);
		}
	}
}
