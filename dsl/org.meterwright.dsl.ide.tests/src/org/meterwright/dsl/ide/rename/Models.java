// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.rename;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;

/** Writes models out, to compare them. */
final class Models {
	private static final Set<String> PLACES = Set.of("origins");

	private Models() {
	}

	/** Writes all meters of a compilation, without the places in the text. */
	static String names(Compilation compilation) {
		StringBuilder text = new StringBuilder();
		for (CompiledMeter meter : compilation.meters()) {
			write(meter.model(), text);
			meter.model().eAllContents().forEachRemaining(each -> write(each, text));
		}
		return text.toString();
	}

	private static void write(EObject node, StringBuilder text) {
		text.append(node.eClass().getName());
		for (EAttribute attribute : node.eClass().getEAllAttributes()) {
			if (!PLACES.contains(attribute.getName()) && node.eIsSet(attribute)) {
				text.append(' ').append(attribute.getName()).append('=').append(node.eGet(attribute));
			}
		}
		for (EReference reference : node.eClass().getEAllReferences()) {
			if (!reference.isContainment() && !reference.isContainer() && !reference.isDerived() && node.eIsSet(reference)) {
				text.append(' ').append(reference.getName()).append("->").append(targets(node, reference));
			}
		}
		text.append('\n');
	}

	private static String targets(EObject node, EReference reference) {
		List<?> targets = reference.isMany() ? (List<?>) node.eGet(reference) : List.of(node.eGet(reference));
		return targets.stream().map(target -> path((EObject) target)).collect(Collectors.joining(","));
	}

	private static String path(EObject target) {
		EObject root = EcoreUtil.getRootContainer(target);
		return EcoreUtil.getRelativeURIFragmentPath(root, target);
	}

	/** Returns the first line that differs; nothing when none does. */
	static String difference(String expected, String actual) {
		List<String> one = expected.lines().toList();
		List<String> other = actual.lines().toList();
		for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
			if (!one.get(i).equals(other.get(i))) {
				return "%s%n%s".formatted(one.get(i), other.get(i));
			}
		}
		return one.size() == other.size() ? "" : "%d lines, %d lines".formatted(one.size(), other.size());
	}

	/** Returns the findings' rules and lines. */
	static List<String> findings(Compilation compilation) {
		return compilation.findings().stream().map(finding -> "%s %s %d".formatted(finding.rule(), finding.place().file(), finding.place().line())).toList();
	}
}
