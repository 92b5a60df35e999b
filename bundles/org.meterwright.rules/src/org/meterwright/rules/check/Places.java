// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.check;

import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.Action;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.value.Origin;

/** Where a finding on an element is shown: at the designer's own text, not in the library. */
public final class Places {
	private static final String LIBRARY = "library:";
	private static final Origin NOWHERE = new Origin("", 1, 0, 0, "none");

	private Places() {
	}

	/** Returns the first place that is not in the library, of the element or of what contains it. */
	public static Origin of(EObject element) {
		for (EObject at = element; at != null; at = at.eContainer()) {
			Optional<Origin> own = origins(at).filter(origin -> !isLibrary(origin)).findFirst();
			if (own.isPresent()) {
				return own.get();
			}
		}
		return NOWHERE;
	}

	/** Tells whether an element is the library's: its first place is there. */
	public static boolean isLibrary(Element element) {
		return !element.getOrigins().isEmpty() && isLibrary(element.getOrigins().get(0));
	}

	private static boolean isLibrary(Origin origin) {
		return origin.file().startsWith(LIBRARY);
	}

	private static Stream<Origin> origins(EObject element) {
		return switch (element) {
			case Element named -> named.getOrigins().stream();
			case Action action -> action.getOrigins().stream();
			default -> Stream.empty();
		};
	}
}
