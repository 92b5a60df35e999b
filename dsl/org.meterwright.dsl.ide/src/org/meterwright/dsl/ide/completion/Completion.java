// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.meterwright.dsl.ide.completion.Expected.Following;
import org.meterwright.dsl.ide.names.Meanings;
import org.meterwright.dsl.ide.text.Lexing;
import org.meterwright.dsl.ide.text.Lexing.Lexed;

import com.google.inject.Inject;

/**
 * Proposes what may be written at the cursor. The grammar says which kinds of names may follow, the declarations which names there are, and
 * the types which of them fit. It looks at the declarations around the cursor alone, so errors elsewhere do not matter.
 */
public final class Completion {
	private static final int WORD = 9;

	private record Ranked(Candidate candidate, int order) {
	}

	@Inject
	private Expected expected;

	/** Returns the proposals for a cursor, the best first; each label once. */
	public List<Proposal> propose(String text, int cursor, Meanings meanings) {
		return propose(text, cursor, Lexing.of(text), meanings);
	}

	/** Returns the proposals for a cursor in a text whose tokens are known. */
	public List<Proposal> propose(String text, int cursor, Lexed lexed, Meanings meanings) {
		Excerpt excerpt = Excerpt.of(text, cursor, lexed);
		if (Quiet.at(text, cursor)) {
			return List.of();
		}
		List<Proposal> logicalNames = LogicalNameProposals.at(text, cursor, meanings).toList();
		if (!logicalNames.isEmpty()) {
			return logicalNames;
		}
		Following following = expected.after(excerpt.text());
		Setting setting = Setting.of(excerpt, meanings);
		Map<String, Ranked> found = new LinkedHashMap<>();
		Stream.concat(new Fitting(setting, following, text, cursor).candidates(), words(excerpt, following)).forEach(candidate -> {
			int order = candidate.order(excerpt.prefix());
			if (order >= 0) {
				found.merge(candidate.label(), new Ranked(candidate, order), (one, other) -> one.order() <= other.order() ? one : other);
			}
		});
		return found.values().stream().sorted(Comparator.comparingInt(Ranked::order).thenComparing(each -> each.candidate().label(), String.CASE_INSENSITIVE_ORDER)
				.thenComparing(each -> each.candidate().label())).map(each -> each.candidate().at(excerpt.offset(), cursor - excerpt.offset())).toList();
	}

	private static Stream<Candidate> words(Excerpt excerpt, Following following) {
		return following.words().stream().filter(word -> !excerpt.endsWith(".")).map(word -> Candidate.of(word, "", Proposal.Kind.KEYWORD, WORD));
	}
}
