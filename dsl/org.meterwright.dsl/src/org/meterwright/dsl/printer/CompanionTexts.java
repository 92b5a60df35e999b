// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.Meter;
import org.meterwright.dsl.cosemDsl.CompanionDecl;
import org.meterwright.dsl.cosemDsl.Element;
import org.meterwright.dsl.cosemDsl.IndexDecl;
import org.meterwright.dsl.cosemDsl.LayerDecl;
import org.meterwright.dsl.cosemDsl.SwitchTest;
import org.meterwright.dsl.syntax.LibraryFiles;

/** What a printed meter must know of the texts of its companions: the library's, as far as the meter conforms to them. */
final class CompanionTexts {
	private CompanionTexts() {
	}

	/** Returns the names of the companions' indexes: no index of the meter may be called like them. */
	static Set<String> indexes(Meter meter) {
		return names(meter, each -> each instanceof IndexDecl index ? index.getName() : "");
	}

	/** Returns the switches of the meter that are on and that its companions ask for. */
	static List<String> switches(Meter meter) {
		Set<String> asked = names(meter, each -> each instanceof SwitchTest test ? test.getTest() : "");
		return meter.getSwitches().stream().filter(asked::contains).sorted().toList();
	}

	private static Set<String> names(Meter meter, Function<EObject, String> nameOf) {
		Set<String> companions = meter.getCompanions().stream().map(Companion::getName).collect(Collectors.toSet());
		Set<String> names = new TreeSet<>();
		if (!companions.isEmpty()) {
			LibraryFiles.files().stream().flatMap(file -> file.root().getElements().stream()).filter(element -> companions.contains(name(element)))
					.forEach(element -> EcoreUtil.getAllContents(element, false).forEachRemaining(each -> names.add(each instanceof EObject object ? nameOf.apply(object) : "")));
		}
		return names;
	}

	private static String name(Element element) {
		return switch (element) {
			case CompanionDecl companion -> companion.getName();
			case LayerDecl layer when layer.isCompanion() -> layer.getTarget();
			default -> "";
		};
	}
}
