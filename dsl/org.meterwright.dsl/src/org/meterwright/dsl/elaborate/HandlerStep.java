// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.rules.check.WatchedAttribute;

/**
 * A function of the firmware has one signature: attributes that share a handler have one type. Says what is wrong from the finished model, so
 * that it can be asked again.
 */
final class HandlerStep implements Step {

	/** The attribute that used a handler first. */
	private record Use(String name, Attribute attribute) {
		DataType type() {
			return WatchedAttribute.peekType(attribute);
		}
	}

	@Override
	public void run(Elaboration elaboration) {
		Report report = check(elaboration);
		elaboration.report().addAll(report);
		elaboration.ofCalls().addAll(report.findings());
	}

	/** Compares all attributes that share a handler. */
	static Report check(Elaboration elaboration) {
		Report report = new Report();
		Map<String, Use> uses = new HashMap<>();
		for (ObjectHandle handle : elaboration.objects()) {
			for (Attribute attribute : handle.object().getAttributes()) {
				String handler = WatchedAttribute.peekHandler(attribute);
				if (handler != null) {
					Use own = new Use("%s.%s".formatted(handle.object().getName(), attribute.getName()), attribute);
					Use before = uses.putIfAbsent(handler, own);
					if (before != null && !before.type().equals(own.type())) {
						report(elaboration, report, handle, own, before);
					}
				}
			}
		}
		return report;
	}

	private static void report(Elaboration elaboration, Report report, ObjectHandle handle, Use own, Use before) {
		Body.Line<AttributeLine> line = handle.body().attributes().get(own.attribute().getName());
		Origin place = before.attribute().getOrigins().isEmpty() ? new Origin("", 1, 0, 0, Layer.WRITTEN) : before.attribute().getOrigins().getFirst();
		EObject node = line == null ? elaboration.declaration() : line.node().getStorage() == null ? line.node() : line.node().getStorage();
		String message = "%s is %s, but %s of the same call %s is %s (%s line %d); a function has one type: give one of them another name".formatted(own.name(),
				Values.name(own.type()), before.name(), WatchedAttribute.peekHandler(own.attribute()), Values.name(before.type()), place.file(), place.line());
		if (line != null && line.node().getStorage() != null) {
			report.report("MW-LANG-029", node, CosemDslPackage.eINSTANCE.getStorageExpr_Handler(), message);
		} else {
			report.report("MW-LANG-029", node, message);
		}
	}
}
