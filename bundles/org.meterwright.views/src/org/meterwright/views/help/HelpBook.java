// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** All pages by path, such as {@code language/objects.md}; laid out when somebody opens them. */
public final class HelpBook {
	/** What one begins with, in this order; pages that are not named here follow by path. */
	private static final List<String> FIRST = List.of("getting-started.md", "tutorial.md", "workbench.md", "language/README.md");

	private final SortedMap<String, String> sources;
	private final Map<String, HelpPage> read = new ConcurrentHashMap<>();

	/** A place of a page: its path, and an offset in it. */
	public record Place(String path, int offset) {
	}

	/** What somebody was looking for: where it stands, and the line that has it. */
	public record Hit(Place place, String title, String line) {
	}

	/** Makes a book of the Markdown of pages by path. */
	public HelpBook(Map<String, String> sources) {
		this.sources = new TreeMap<>(sources);
	}

	/** Returns the paths of all pages, in reading order. */
	public List<String> paths() {
		List<String> paths = new ArrayList<>(FIRST.stream().filter(sources::containsKey).toList());
		sources.keySet().stream().filter(path -> !FIRST.contains(path)).forEach(paths::add);
		return List.copyOf(paths);
	}

	/** Returns a page. */
	public Optional<HelpPage> page(String path) {
		return Optional.ofNullable(sources.get(path)).map(source -> read.computeIfAbsent(path, key -> PageReader.read(source)));
	}

	/** Follows a link on a page; nothing when it leads out of the book. */
	public Optional<Place> follow(String from, String target) {
		int hash = target.indexOf('#');
		String file = hash < 0 ? target : target.substring(0, hash);
		String path = file.isEmpty() ? from : resolve(from, file);
		return page(path).map(page -> new Place(path, hash < 0 ? 0 : page.anchors().getOrDefault(target.substring(hash + 1), 0)));
	}

	private static String resolve(String from, String file) {
		List<String> parts = new ArrayList<>(List.of(from.split("/")));
		parts.removeLast();
		for (String part : file.split("/")) {
			if (part.equals("..") && !parts.isEmpty()) {
				parts.removeLast();
			} else if (!part.equals(".")) {
				parts.add(part);
			}
		}
		return String.join("/", parts);
	}

	/** Finds words, whatever their case: pages whose title has them first, then at most as many lines as are wanted. */
	public List<Hit> find(String words, int most) {
		String wanted = words.strip().toLowerCase(Locale.ROOT);
		List<Hit> titles = new ArrayList<>();
		List<Hit> lines = new ArrayList<>();
		if (wanted.length() < 2) {
			return List.of();
		}
		for (String path : paths()) {
			HelpPage page = page(path).orElseThrow();
			String text = page.text().toLowerCase(Locale.ROOT);
			for (int at = text.indexOf(wanted); at >= 0 && titles.size() + lines.size() < most; at = text.indexOf(wanted, text.indexOf('\n', at))) {
				boolean heading = isHeading(page, at);
				(heading ? titles : lines).add(new Hit(new Place(path, at), page.title(), line(page.text(), at)));
			}
		}
		titles.addAll(lines);
		return List.copyOf(titles);
	}

	private static boolean isHeading(HelpPage page, int offset) {
		return page.ranges().stream().anyMatch(range -> range.covers(offset) && range.kind().name().startsWith("HEADING"));
	}

	private static String line(String text, int at) {
		return text.substring(text.lastIndexOf('\n', at) + 1, text.indexOf('\n', at)).strip();
	}
}
