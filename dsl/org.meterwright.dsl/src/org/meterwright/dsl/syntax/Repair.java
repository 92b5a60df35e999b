// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with syntax errors without the declarations that hold them: these are blanked out, so that everything else stays where it is and
 * is read. Where a text is laid out so that a broken declaration cannot be told from its neighbours, nothing is left of it.
 *
 * @param file what is left, without syntax errors
 * @param lost the names that may be declared in what was blanked out
 * @param none whether nothing is left
 */
public record Repair(SyntaxFile file, Set<String> lost, boolean none) {
	private static final int MOST_ROUNDS = 5;
	private static final String NAME = "\\^?[A-Za-z_][A-Za-z_0-9]*";
	/** What the first line of a declaration begins with, and what follows a word that declares. */
	private static final Pattern HEAD = Pattern.compile("\\s*(?:(?:internal|override|require|allow|forbid)\\s+)*(%s)".formatted(NAME));
	private static final Pattern DECLARED = Pattern.compile("\\b(?:event|alert|association|push|switch|choice|variant|index|group|role|class|type|unit|script|property|usecase|as)"
			+ "\\s+(%s(?:\\s*,\\s*%s)*)".formatted(NAME, NAME));

	/** Mends a text. */
	public static Repair of(SyntaxParser parser, SyntaxFile broken, String text) {
		return of(parser, broken, text, Optional.empty());
	}

	/** Mends a text of which an earlier state is known that had no syntax errors; the tree of that may be changed into that of what is left. */
	public static Repair of(SyntaxParser parser, SyntaxFile broken, String text, Optional<SyntaxFile> sound) {
		LaidOutText layout = new LaidOutText(text);
		Set<LaidOutText.Block> holes = new LinkedHashSet<>(layout.unbalanced());
		List<SyntaxError> errors = broken.errors();
		for (int round = 0; round < MOST_ROUNDS; round++) {
			if (holes.isEmpty() || round > 0) {
				Optional<LaidOutText.Block> next = next(layout, holes, errors.getFirst());
				if (next.isEmpty()) {
					break;
				}
				holes.add(next.get());
			}
			String rest = layout.without(holes);
			SyntaxFile file = sound.flatMap(each -> Patch.of(parser, each, rest)).orElseGet(() -> parser.parse(broken.name(), rest, false));
			if (file.errors().isEmpty()) {
				return new Repair(file, names(layout, holes), false);
			}
			errors = file.errors();
		}
		FileHead head = FileHead.of(text);
		String rest = head.namespace().isEmpty() ? "" : "namespace %s\n".formatted(head.namespace());
		return new Repair(parser.parse(broken.name(), rest, false), names(text), true);
	}

	/** Returns the declaration to be blanked out next: an error at the beginning of a line is often the line's before. */
	private static Optional<LaidOutText.Block> next(LaidOutText layout, Set<LaidOutText.Block> holes, SyntaxError error) {
		List<LaidOutText.Block> candidates = new ArrayList<>();
		if (layout.isFirstOfLine(error.offset())) {
			layout.itemBefore(error.offset()).ifPresent(candidates::add);
		}
		layout.item(error.offset()).ifPresent(candidates::add);
		return candidates.stream().filter(each -> !holes.contains(each)).findFirst();
	}

	private static Set<String> names(LaidOutText layout, Set<LaidOutText.Block> holes) {
		Set<String> names = new LinkedHashSet<>();
		holes.forEach(hole -> names.addAll(names(layout.text(hole))));
		return names;
	}

	/** Returns the names that a text seems to declare. */
	private static Set<String> names(String text) {
		Set<String> names = new LinkedHashSet<>();
		Matcher head = HEAD.matcher(text);
		if (head.lookingAt()) {
			names.add(head.group(1).replace("^", ""));
		}
		for (Matcher matcher = DECLARED.matcher(text); matcher.find();) {
			for (String name : matcher.group(1).split(",")) {
				names.add(name.strip().replace("^", ""));
			}
		}
		return names;
	}
}
