// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.quickfix;

import java.util.List;
import java.util.Optional;

import org.meterwright.dsl.cosemDsl.AssociationDecl;
import org.meterwright.dsl.cosemDsl.ConformanceLine;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.DeviceDecl;
import org.meterwright.dsl.cosemDsl.MechanismLine;

/** Fixes of associations and logical devices. */
final class AssociationFixes {
	private static final CosemDslPackage P = CosemDslPackage.eINSTANCE;

	private AssociationFixes() {
	}

	private static <T> Optional<T> item(AssociationDecl association, Class<T> kind) {
		return association.getItems().stream().filter(kind::isInstance).map(kind::cast).findFirst();
	}

	/** Adds the service that the finding names to the conformance. */
	static List<QuickFix> addService(FixContext context) {
		return context.fixAt(AssociationDecl.class, association -> context.data().map(service -> item(association, ConformanceLine.class)
				.flatMap(line -> FixContext.node(line, P.getConformanceLine_Bits())).map(node -> FixContext.after(node, ", %s".formatted(service)))
				.orElseGet(() -> context.line(association, "conformance %s".formatted(service)))));
	}

	/** Chooses the mechanism GMAC. */
	static List<QuickFix> gmac(FixContext context) {
		return context.fixAt(AssociationDecl.class, association -> item(association, MechanismLine.class)
				.flatMap(line -> FixContext.node(line, P.getMechanismLine_Mechanism())).map(node -> FixContext.replace(node, "high_gmac")));
	}

	/** Moves a logical device to the SAP that the finding proposes. */
	static List<QuickFix> moveDevice(FixContext context) {
		return context.fixAt(DeviceDecl.class,
				device -> context.data().flatMap(sap -> FixContext.node(device, P.getDeviceDecl_Sap()).map(node -> FixContext.replace(node, sap))));
	}
}
