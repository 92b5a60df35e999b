// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.rights;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.meterwright.cosem.CosemObject;
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

	/** Applies a line to the rights of an association at once. */
	int apply(GrantLine line, RightsTable table) {
		Grant grant = read(line, table::shows);
		int touched = table.apply(grant);
		tell(elaboration, line, grant, touched);
		return touched;
	}

	/** Resolves what a line names, among the objects that the association shows. */
	Grant read(GrantLine line, Predicate<CosemObject> shown) {
		Set<Verb> verbs = EnumSet.noneOf(Verb.class);
		line.getModes().forEach(mode -> verbs.add(Verb.get(mode)));
		if (line.isDeny() && !(line.getProtection().isEmpty() && line.getSelecting() == null)) {
			elaboration.report().report("MW-LANG-235", line, "deny takes access away; leave with and selecting out");
		}
		checkSelectors(elaboration, line.getSelecting());
		List<Reach> reaches = targets.reaches(line.getTargets(), shown, verbs);
		return new Grant(line.isDeny(), verbs, reaches, targets.excepted(line.getExcepted()), selectors(line.getSelecting()),
				line.getProtection().isEmpty() ? Protection.UNSAID : Protection.of(Protections.bits(line.getProtection())));
	}

	/** Tells of a line that was about nothing. */
	static void tell(Elaboration elaboration, GrantLine line, Grant grant, int touched) {
		if (touched == 0 && !grant.reaches().isEmpty()) {
			elaboration.report().report("MW-LANG-236", line, "this line changes nothing: %s does not apply to what it names".formatted(
					String.join(", ", line.getModes())));
		}
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
