// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.xmi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.meterwright.cosem.CosemPackage;

/** Compares two models feature by feature; an empty text is none. Where elements come from is not compared. */
public final class ModelEquality {
	private static final Set<EStructuralFeature> IGNORED = Set.of(CosemPackage.Literals.ELEMENT__ORIGINS, CosemPackage.Literals.ACTION__ORIGINS);

	private final FragmentPaths leftPaths;
	private final FragmentPaths rightPaths;
	private final Set<EStructuralFeature> ignored;

	private ModelEquality(EObject left, EObject right, Set<EStructuralFeature> ignored) {
		this.leftPaths = new FragmentPaths(left);
		this.rightPaths = new FragmentPaths(right);
		this.ignored = ignored;
	}

	/** Tells whether two models say the same. */
	public static boolean equal(EObject left, EObject right) {
		return difference(left, right).isEmpty();
	}

	/** Describes the first difference; nothing: the models say the same. */
	public static Optional<String> difference(EObject left, EObject right) {
		return difference(left, right, Set.of());
	}

	/** Describes the first difference outside some features; nothing: the models say the same. */
	public static Optional<String> difference(EObject left, EObject right, Set<EStructuralFeature> ignored) {
		return new ModelEquality(left, right, ignored).compare(left, right);
	}

	private Optional<String> compare(EObject left, EObject right) {
		if (left.eClass() != right.eClass()) {
			return Optional.of("%s: %s against %s".formatted(leftPaths.of(left), left.eClass().getName(), right.eClass().getName()));
		}
		return left.eClass().getEAllStructuralFeatures().stream().filter(feature -> !IGNORED.contains(feature) && !ignored.contains(feature))
				.map(feature -> compare(feature, left, right)).flatMap(Optional::stream).findFirst();
	}

	private Optional<String> compare(EStructuralFeature feature, EObject left, EObject right) {
		List<?> leftValues = values(feature, left);
		List<?> rightValues = values(feature, right);
		if (leftValues.size() != rightValues.size()) {
			return Optional.of("%s: %d %s against %d".formatted(leftPaths.of(left), leftValues.size(), feature.getName(), rightValues.size()));
		}
		for (int i = 0; i < leftValues.size(); i++) {
			Optional<String> difference = compare(feature, left, leftValues.get(i), rightValues.get(i));
			if (difference.isPresent()) {
				return difference;
			}
		}
		return Optional.empty();
	}

	private static List<?> values(EStructuralFeature feature, EObject element) {
		Object value = element.eGet(feature);
		if (feature.isMany()) {
			return (List<?>) value;
		}
		return value == null || value.equals("") ? List.of() : List.of(value);
	}

	private Optional<String> compare(EStructuralFeature feature, EObject owner, Object left, Object right) {
		if (feature instanceof EReference reference && reference.isContainment()) {
			return compare((EObject) left, (EObject) right);
		}
		boolean same = feature instanceof EReference ? leftPaths.of((EObject) left).equals(rightPaths.of((EObject) right)) : Objects.equals(left, right);
		return same ? Optional.empty() : Optional.of("%s: %s %s against %s".formatted(leftPaths.of(owner), feature.getName(), text(leftPaths, left), text(rightPaths, right)));
	}

	private static String text(FragmentPaths paths, Object value) {
		return value instanceof EObject element ? paths.of(element) : String.valueOf(value);
	}
}
