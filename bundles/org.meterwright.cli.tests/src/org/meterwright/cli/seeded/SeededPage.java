// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.seeded;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page docs/seeded-faults.md, written and read. */
final class SeededPage {
	private static final Pattern ROW = Pattern.compile("\\| `([a-z0-9-]+)` \\|.*\\| (\\d+)/(\\d+) \\|.*\\|");
	private static final String HEAD = """
			# Seeded faults

			Rules are only as good as what they find. A test takes correct meters, those of `dsl/examples`, puts one fault into a copy of each, and looks whether
			the check tells of it. It fails when a kind is found less often than this page says, or fewer than 95 %% of all.

			**%d of %d faults of %d kinds are found: %s %%.**

			- A *kind* is one way to spoil a meter; its sentence says what is wrong afterwards. It is applied only where that sentence becomes true by the
			  standard or by what the firmware does: a mutation that leaves another correct meter is no fault. So an association with GMAC is not robbed
			  of a secret, which it does not need, and the period of a charge is set to 0 only where no client may write it.
			- A fault is *found* when there is an error or warning that was not there before, at the spoiled element, at what contains it or at something
			  that refers to it, by a rule of an area that speaks of such things. Infos do not count. The correct meters have neither error nor warning.
			- Up to five places of each kind are chosen, of each meter in turn, in an order that depends on the place alone.

			To add a kind, write a line in a class of `org.meterwright.random.fault`: a name, the sentence, the areas of rules that should speak of it, and
			the places in a meter with what to do there. Then run `SeededFaultsTest` with `-Dmeterwright.fault=name`, which prints what is missed, write the rule that is
			missing, and run it with `-Dmeterwright.accept=true`, which writes this page anew.

			| kind | what is wrong afterwards | found | by |
			|---|---|---|---|
			""";

	private SeededPage() {
	}

	static String of(List<KindResult> results) {
		int seeded = results.stream().mapToInt(KindResult::seeded).sum();
		int found = results.stream().mapToInt(KindResult::found).sum();
		String share = "%d.%d".formatted(found * 100 / seeded, found * 1000 / seeded % 10);
		StringBuilder page = new StringBuilder(HEAD.formatted(found, seeded, results.size(), share));
		for (KindResult result : results) {
			page.append("| `%s` | %s | %d/%d | %s |\n".formatted(result.kind().name(), result.kind().says(), result.found(), result.seeded(), String.join(", ", result.rules())));
		}
		return page.toString();
	}

	/** Reads the shares of a page. */
	static SortedMap<String, KindResult.Share> shares(String page) {
		SortedMap<String, KindResult.Share> shares = new TreeMap<>();
		page.lines().map(ROW::matcher).filter(Matcher::matches)
				.forEach(row -> shares.put(row.group(1), new KindResult.Share(Integer.parseInt(row.group(2)), Integer.parseInt(row.group(3)))));
		return shares;
	}
}
