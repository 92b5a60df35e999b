// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.objects;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.meterwright.cosem.Attribute;
import org.meterwright.rules.Severity;

/**
 * Which objects are shown. Empty texts let everything through.
 *
 * @param text        words that must all stand in the name, the class, the logical name, its meaning, an attribute's value or a finding; in a logical
 *                    name {@code x} is any number of a value group, as in {@code 1-0:x.8.0*255}
 * @param className   class with version, as shown
 * @param area        what it is about
 * @param association association that shows it
 * @param findings    which findings it must have
 */
public record ObjectFilter(String text, String className, String area, String association, Findings findings) {
	/** Lets everything through. */
	public static final ObjectFilter ALL = new ObjectFilter("", "", "", "", Findings.ANY);
	private static final Pattern LOGICAL_NAME = Pattern.compile("[\\dx]+-[\\dx]+:[\\dx.*]*");

	/** Which findings an object must have. */
	public enum Findings {
		/** Any, or none. */
		ANY("any findings"),
		/** At least one. */
		SOME("with findings"),
		/** An error. */
		ERRORS("with errors"),
		/** None. */
		NONE("no findings");

		private final String words;

		Findings(String words) {
			this.words = words;
		}

		/** Returns it for people. */
		public String words() {
			return words;
		}
	}

	/** Returns the rows that pass, in their order. */
	public List<ObjectRow> of(List<ObjectRow> rows) {
		Predicate<ObjectRow> words = words();
		return rows.stream().filter(this::choices).filter(words).toList();
	}

	private boolean choices(ObjectRow row) {
		return (className.isEmpty() || row.className().equals(className)) && (area.isEmpty() || row.area().equals(area))
				&& (association.isEmpty() || row.associations().contains(association)) && switch (findings) {
					case ANY -> true;
					case SOME -> !row.findings().isEmpty();
					case ERRORS -> row.severity().equals(Optional.of(Severity.ERROR));
					case NONE -> row.findings().isEmpty();
				};
	}

	private Predicate<ObjectRow> words() {
		Predicate<ObjectRow> all = row -> true;
		for (String word : text.strip().split("\\s+")) {
			if (!word.isEmpty()) {
				all = all.and(word(word.toLowerCase(Locale.ROOT)));
			}
		}
		return all;
	}

	private static Predicate<ObjectRow> word(String word) {
		if (word.contains("x") && LOGICAL_NAME.matcher(word).matches()) {
			Pattern pattern = Pattern.compile(Pattern.quote(word).replace("x", "\\E\\d+\\Q") + ".*");
			return row -> pattern.matcher(row.logicalName()).matches();
		}
		return row -> has(row.name(), word) || has(row.className(), word) || has(row.logicalName(), word) || has(row.meaning(), word)
				|| row.findings().stream().anyMatch(finding -> has(finding.rule(), word) || has(finding.message(), word)) || inValues(row, word);
	}

	private static boolean inValues(ObjectRow row, String word) {
		for (Attribute attribute : row.object().getAttributes()) {
			if (attribute.getDefinition() != null && attribute.getDefinition().getIndex() > 1 && has(row.value(attribute), word)) {
				return true;
			}
		}
		return false;
	}

	private static boolean has(String text, String word) {
		return text.toLowerCase(Locale.ROOT).contains(word);
	}
}
