// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.rights;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.meterwright.cosem.Verb;
import org.meterwright.dsl.cosemDsl.GrantLine;
import org.meterwright.dsl.cosemDsl.Selecting;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Numerals;
import org.meterwright.dsl.sugar.Protections;

/** Lines of rights as the text writes them become {@link Grant}s and are applied. */
final class Grants {
	private final Elaboration elaboration;
	private final RightsTargets targets;

	Grants(Elaboration elaboration, RightsTargets targets) {
		this.elaboration = elaboration;
		this.targets = targets;
	}

	int apply(GrantLine line, RightsTable table) {
		Set<Verb> verbs = EnumSet.noneOf(Verb.class);
		line.getModes().forEach(mode -> verbs.add(Verb.get(mode)));
		if (line.isDeny() && !(line.getProtection().isEmpty() && line.getSelecting() == null)) {
			elaboration.report().report("MW-LANG-235", line, "deny takes access away; leave with and selecting out");
		}
		checkSelectors(elaboration, line.getSelecting());
		List<Reach> reaches = targets.reaches(line.getTargets(), table, verbs);
		Grant grant = new Grant(line.isDeny(), verbs, reaches, targets.excepted(line.getExcepted()), selectors(line.getSelecting()),
				line.getProtection().isEmpty() ? Protection.UNSAID : Protection.of(Protections.bits(line.getProtection())));
		int touched = table.apply(grant);
		if (touched == 0 && !reaches.isEmpty()) {
			elaboration.report().report("MW-LANG-236", line, "this line changes nothing: %s does not apply to what it names".formatted(
					String.join(", ", line.getModes())));
		}
		return touched;
	}

	static SelectorChoice selectors(Selecting selecting) {
		if (selecting == null) {
			return SelectorChoice.UNSAID;
		}
		return selecting.isNone() ? SelectorChoice.NONE : new SelectorChoice.Only(selecting.getSelectors().stream().map(Numerals::clampedInt).toList());
	}

	/** access_selectors are signed octets. */
	static void checkSelectors(Elaboration elaboration, Selecting selecting) {
		if (selectors(selecting) instanceof SelectorChoice.Only only && only.selectors().stream().anyMatch(each -> each < 1 || each > Byte.MAX_VALUE)) {
			elaboration.report().report("MW-LANG-242", selecting, "a selector is 1 to 127; without selective access write: not selecting");
		}
	}
}
