// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.starter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A complete meter to begin with or to look things up in. What is said of it is what its texts say, so an example needs no list that names it.
 *
 * @param folder name of its folder
 * @param texts  its texts by path in the folder, with forward slashes
 */
public record ExampleMeter(String folder, SortedMap<String, String> texts) {
	private static final Pattern METER = Pattern.compile("(?:/\\*\\*((?:(?!\\*/).)*)\\*/\\s*)?(?m:^)(abstract )?meter ([A-Za-z_]\\w*)([^{]*)\\{", Pattern.DOTALL);
	private static final Pattern CONFORMS = Pattern.compile("conforms ([\\w.]+)");
	private static final Pattern MANUFACTURER = Pattern.compile("property manufacturer = \"([A-Z]{3})\"");
	private static final Pattern NAMESPACE = Pattern.compile("(?m)^namespace ([\\w.]+)");
	private static final String SCENARIO = "(?m)^\\s*scenario ";

	/** Copies the texts. */
	public ExampleMeter {
		texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
	}

	private Optional<Matcher> meter() {
		for (String text : texts.values()) {
			Matcher found = METER.matcher(text);
			while (found.find()) {
				if (found.group(2) == null) {
					return Optional.of(found);
				}
			}
		}
		return Optional.empty();
	}

	/** Returns the name of its first meter that is not abstract. */
	public String meterName() {
		return meter().map(found -> found.group(3)).orElse(folder);
	}

	/** Returns its folder in words, such as {@code Prepayment ESME}: what the description writes in capital letters is an abbreviation. */
	public String label() {
		String known = " %s ".formatted(description().replaceAll("\\W+", " "));
		String words = Stream.of(folder.split("-")).map(word -> known.contains(" %s ".formatted(word.toUpperCase(Locale.ROOT))) ? word.toUpperCase(Locale.ROOT) : word)
				.collect(Collectors.joining(" "));
		return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
	}

	/** Returns what the text says of the meter, in one paragraph. */
	public String description() {
		String remark = meter().map(found -> found.group(1)).orElse("");
		String plain = remark == null ? "" : remark.replaceAll("\\s*\\n\\s*\\*+ ?", "\n").strip();
		return plain.split("\\n\\s*\\n")[0].replaceAll("\\s+", " ");
	}

	/** Returns the companion that it conforms to. */
	public Optional<String> companion() {
		return texts.values().stream().map(CONFORMS::matcher).filter(Matcher::find).map(found -> found.group(1)).findFirst();
	}

	/** Returns facts in a few words: companion, number of texts and of scenarios. */
	public List<String> facts() {
		List<String> facts = new ArrayList<>();
		companion().ifPresent(name -> facts.add("conforms to %s".formatted(name)));
		facts.add(texts.size() == 1 ? "one text" : "%d texts".formatted(texts.size()));
		long scenarios = texts.values().stream().mapToLong(text -> Pattern.compile(SCENARIO).matcher(text).results().count()).sum();
		if (scenarios > 0) {
			facts.add("%d scenarios".formatted(scenarios));
		}
		return List.copyOf(facts);
	}

	/** Returns the path of the text to open first: the one that has the meter. */
	public String main() {
		return texts.entrySet().stream().filter(text -> METER.matcher(text.getValue()).results().anyMatch(found -> found.group(2) == null)).map(Map.Entry::getKey).findFirst()
				.orElse(texts.firstKey());
	}

	/** Returns the same meter under another name, of another manufacturer; its namespace follows the name. */
	public ExampleMeter renamed(String name, String manufacturer) {
		String oldName = meterName();
		String oldMaker = texts.values().stream().map(MANUFACTURER::matcher).filter(Matcher::find).map(found -> found.group(1)).findFirst().orElse(manufacturer);
		String oldSpace = texts.values().stream().map(NAMESPACE::matcher).filter(Matcher::find).map(found -> found.group(1)).findFirst().orElse("");
		SortedMap<String, String> changed = new TreeMap<>();
		texts.forEach((path, text) -> changed.put(path, text.replaceAll("\\b%s\\b".formatted(oldName), name).replaceAll("\\b%s(?=[\"{])".formatted(oldMaker), manufacturer)
				.replaceAll("(?m)^(namespace|import) %s\\b".formatted(Pattern.quote(oldSpace)), "$1 %s.meter".formatted(name.toLowerCase(Locale.ROOT)))));
		return new ExampleMeter(folder, changed);
	}
}
