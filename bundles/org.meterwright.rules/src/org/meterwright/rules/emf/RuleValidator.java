// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.emf;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.common.util.BasicDiagnostic;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.DiagnosticChain;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EValidator;
import org.meterwright.cosem.CosemPackage;
import org.meterwright.cosem.Meter;
import org.meterwright.rules.Finding;
import org.meterwright.rules.RuleChecker;
import org.meterwright.rules.Severity;

/**
 * The rules as an EMF validator of the cosem package, so that any EMF tool's Diagnostician gives the same findings. Rules look at whole
 * meters: the first element that is validated has its meter checked, and each element then gives the findings of which it is the subject.
 * Accepted findings are given as information.
 */
public final class RuleValidator implements EValidator {
	/** Source of the diagnostics. */
	public static final String SOURCE = "org.meterwright.rules";

	private final RuleChecker checker = new RuleChecker();

	/** Registers the validator for the cosem package. */
	public static void register() {
		EValidator.Registry.INSTANCE.put(CosemPackage.eINSTANCE, (EValidator.Descriptor) RuleValidator::new);
	}

	@Override
	public boolean validate(EObject element, DiagnosticChain diagnostics, Map<Object, Object> context) {
		return validate(element.eClass(), element, diagnostics, context);
	}

	@Override
	public boolean validate(EClass kind, EObject element, DiagnosticChain diagnostics, Map<Object, Object> context) {
		boolean valid = true;
		for (Finding finding : findings(element, context)) {
			valid &= !finding.isBlocking();
			if (diagnostics != null) {
				diagnostics.add(diagnostic(finding, element));
			}
		}
		return valid;
	}

	@Override
	public boolean validate(EDataType type, Object value, DiagnosticChain diagnostics, Map<Object, Object> context) {
		return true;
	}

	private List<Finding> findings(EObject element, Map<Object, Object> context) {
		Meter meter = meter(element);
		if (meter == null) {
			return List.of();
		}
		if (context == null) {
			return bySubject(meter).getOrDefault(element, List.of());
		}
		Object known = context.computeIfAbsent(List.of(SOURCE, meter), key -> bySubject(meter));
		return ((Map<?, ?>) known).get(element) instanceof List<?> list ? list.stream().map(Finding.class::cast).toList() : List.of();
	}

	private static Meter meter(EObject element) {
		for (EObject at = element; at != null; at = at.eContainer()) {
			if (at instanceof Meter meter) {
				return meter;
			}
		}
		return null;
	}

	private Map<EObject, List<Finding>> bySubject(Meter meter) {
		Map<EObject, List<Finding>> map = new IdentityHashMap<>();
		for (Finding finding : checker.check(meter)) {
			map.computeIfAbsent(finding.subject().orElse(meter), subject -> new ArrayList<>()).add(finding);
		}
		return map;
	}

	private static Diagnostic diagnostic(Finding finding, EObject element) {
		int severity = finding.accepted().isPresent() ? Diagnostic.INFO : severity(finding.severity());
		String message = "%s [%s]".formatted(finding.message(), finding.rule());
		return new BasicDiagnostic(severity, SOURCE, 0, message, new Object[] { element, finding });
	}

	private static int severity(Severity severity) {
		return switch (severity) {
			case ERROR -> Diagnostic.ERROR;
			case WARNING -> Diagnostic.WARNING;
			case INFO -> Diagnostic.INFO;
		};
	}
}
