// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.meterwright.cosem.Acceptance;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.dsl.Catalogue;
import org.meterwright.dsl.elaborate.ObisDictionaries;
import org.meterwright.rules.Finding;
import org.meterwright.rules.RuleCatalogue;
import org.meterwright.rules.RuleChecker;

/**
 * Writes an imported meter. A real meter may do what a rule calls an error; where the rule allows it, the text accepts that with the reason
 * that the meter is so.
 */
public final class ImportedText {
	private static final String REASON = "as read from the meter";

	private ImportedText() {
	}

	/** Adds acceptances to the meter where they are needed, and writes it. */
	public static String of(Meter meter, Catalogue catalogue) {
		ObisDictionaries.standard().attach(meter);
		accept(meter, new RuleChecker(RuleCatalogue.standard()).check(meter));
		return ModelPrinter.standard(catalogue).print(meter);
	}

	private static void accept(Meter meter, List<Finding> findings) {
		Set<String> done = new HashSet<>();
		for (Finding finding : findings) {
			boolean acceptable = finding.isBlocking() && RuleCatalogue.standard().get(finding.rule()).acceptable();
			if (acceptable && finding.subject().orElse(null) instanceof CosemObject object && done.add("%s %s".formatted(finding.rule(), object.getName()))) {
				Acceptance acceptance = CosemFactory.eINSTANCE.createAcceptance();
				acceptance.setRule(finding.rule());
				acceptance.setSubject(object);
				acceptance.setReason(REASON);
				meter.getAcceptances().add(acceptance);
			}
		}
	}
}
