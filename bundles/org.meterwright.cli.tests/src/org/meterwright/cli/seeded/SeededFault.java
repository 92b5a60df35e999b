// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.seeded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.obis.Dictionary;
import org.meterwright.random.fault.FaultKind;
import org.meterwright.random.fault.Site;
import org.meterwright.rules.Finding;
import org.meterwright.rules.RuleChecker;
import org.meterwright.rules.Severity;

/**
 * A fault of a kind, at one place of one model.
 *
 * @param kind  kind
 * @param model name of the model
 * @param meter the correct meter, which stays as it is
 * @param at    number of the place among those of the kind in that meter
 * @param label says the place
 */
record SeededFault(FaultKind kind, String model, Meter meter, int at, String label) {
	private static final RuleChecker CHECKER = new RuleChecker();

	/** Chooses places of a kind: of each model in turn, in an order that depends on the place alone, so that it stays when a model grows. */
	static List<SeededFault> choose(FaultKind kind, Map<String, Meter> models, int most) {
		List<List<SeededFault>> byModel = new ArrayList<>();
		models.forEach((name, meter) -> byModel.add(all(kind, name, meter)));
		List<SeededFault> chosen = new ArrayList<>();
		for (int turn = 0; turn < most; turn++) {
			for (List<SeededFault> faults : byModel) {
				if (turn < faults.size() && chosen.size() < most) {
					chosen.add(faults.get(turn));
				}
			}
		}
		return chosen;
	}

	private static List<SeededFault> all(FaultKind kind, String name, Meter meter) {
		List<String> labels = kind.sites().apply(meter).map(Site::label).toList();
		List<SeededFault> faults = new ArrayList<>();
		for (int i = 0; i < labels.size(); i++) {
			faults.add(new SeededFault(kind, name, meter, i, labels.get(i)));
		}
		faults.sort(Comparator.<SeededFault>comparingInt(fault -> spread("%s %s".formatted(kind.name(), fault.label()).hashCode())).thenComparing(SeededFault::at));
		return faults;
	}

	/** Makes neighbours fall far apart (the finisher of MurmurHash3). */
	private static int spread(int hash) {
		int h = hash;
		h = (h ^ h >>> 16) * 0x85EBCA6B;
		h = (h ^ h >>> 13) * 0xC2B2AE35;
		return h ^ h >>> 16;
	}

	/** Puts the fault into a copy of the meter and checks it. Returns the findings that tell of it: by a rule of the kind's areas, at what the fault is about. */
	List<Finding> findings() {
		return found().stream().filter(finding -> kind.about().contains(finding.rule().split("-")[1])).toList();
	}

	/** Returns the errors and warnings that nobody accepted, at what the fault is about, whatever their rule. */
	List<Finding> found() {
		Meter copy = EcoreUtil.copy(meter);
		Dictionary.of(meter).attach(copy);
		Site site = kind.sites().apply(copy).skip(at).findFirst().orElseThrow();
		Concern concern = new Concern(site.elements());
		site.spoil().run();
		concern.look();
		return CHECKER.check(copy).stream().filter(finding -> finding.severity() != Severity.INFO && finding.accepted().isEmpty()).filter(concern::covers).toList();
	}

	@Override
	public String toString() {
		return "%s: %s at %s".formatted(kind.name(), model, label);
	}
}
