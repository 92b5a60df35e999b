// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page of the documents with its fenced blocks.
 *
 * @param path   where it is
 * @param text   the whole
 * @param blocks its fenced blocks in order
 */
record Page(Path path, String text, List<Block> blocks) {

	private static final String FENCE = "```";

	/** Read a page. */
	static Page read(Path path) throws IOException {
		String text = Files.readString(path);
		return new Page(path, text, blocks(text.lines().toList()));
	}

	/** Read all pages of a folder, by name. */
	static List<Page> folder(Path folder) throws IOException {
		List<Page> pages = new ArrayList<>();
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.filter(each -> each.toString().endsWith(".md")).sorted().toList()) {
				pages.add(read(file));
			}
		}
		return pages;
	}

	private static List<Block> blocks(List<String> lines) {
		List<Block> blocks = new ArrayList<>();
		int start = -1;
		for (int i = 0; i < lines.size(); i++) {
			if (!lines.get(i).startsWith(FENCE)) {
				continue;
			}
			if (start < 0) {
				start = i;
			} else {
				blocks.add(new Block(lines.get(start).substring(FENCE.length()), start + 1, List.copyOf(lines.subList(start + 1, i))));
				start = -1;
			}
		}
		return List.copyOf(blocks);
	}

	/** Return the blocks of a kind. */
	List<Block> blocks(String kind) {
		return blocks.stream().filter(block -> block.kind().equals(kind)).toList();
	}

	/** Return the blocks that show a whole file. */
	List<Block> files() {
		return blocks("cosem").stream().filter(block -> block.file().isPresent()).toList();
	}

	@Override
	public String toString() {
		return path.getFileName().toString();
	}
}
