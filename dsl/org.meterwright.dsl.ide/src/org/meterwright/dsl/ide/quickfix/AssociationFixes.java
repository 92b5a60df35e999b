// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.quickfix;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.meterwright.dsl.cosemDsl.AssociationDecl;
import org.meterwright.dsl.cosemDsl.ConformanceLine;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.DeviceDecl;
import org.meterwright.dsl.cosemDsl.MechanismLine;
import org.meterwright.dsl.cosemDsl.VersionLine;

/** Fixes of associations and logical devices. */
final class AssociationFixes {
	private static final CosemDslPackage P = CosemDslPackage.eINSTANCE;
	private static final Pattern SLOT = Pattern.compile("slot\\s+(\\d{1,6})\\b");

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

	/** Makes the association one of version 3, which can say all kinds of protection. */
	static List<QuickFix> versionThree(FixContext context) {
		return context.fixAt(AssociationDecl.class, association -> item(association, VersionLine.class).flatMap(line -> FixContext.node(line, P.getVersionLine_Version()))
				.map(node -> FixContext.replace(node, "3")).or(() -> Optional.of(context.line(association, "version 3"))));
	}

	/** Names the slot behind the last that the text uses for the secret. */
	static List<QuickFix> secretSlot(FixContext context) {
		int last = SLOT.matcher(context.text()).results().mapToInt(match -> Integer.parseInt(match.group(1))).max().orElse(0);
		return context.fixAt(AssociationDecl.class, association -> Optional.of(context.line(association, "secret in slot %d".formatted(last + 1))));
	}

	/** Moves a logical device to the SAP that the finding proposes. */
	static List<QuickFix> moveDevice(FixContext context) {
		return context.fixAt(DeviceDecl.class,
				device -> context.data().flatMap(sap -> FixContext.node(device, P.getDeviceDecl_Sap()).map(node -> FixContext.replace(node, sap))));
	}
}
