// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.meterwright.cosem.value.DataTag;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.Workspace;
import org.meterwright.dsl.ide.colour.ColouredToken;
import org.meterwright.dsl.ide.colour.Colouring;
import org.meterwright.dsl.ide.colour.TokenKind;
import org.meterwright.dsl.ide.names.NameIndex;
import org.meterwright.dsl.ide.names.Occurrence;
import org.meterwright.dsl.syntax.LibraryFiles;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.library.Library;

/** The example meters, for tests of the language services. */
public final class Examples {
	private static final Set<TokenKind> NAMES = Set.of(TokenKind.NAME, TokenKind.DECLARED, TokenKind.CLASS);
	private static final Set<String> BUILT_IN = Stream.concat(Arrays.stream(DataTag.values()).map(DataTag::standardName), Stream.of("any", "KiB", "lose", "restore", "repeat", "proves", "power", "network", "wrong"))
			.collect(Collectors.toSet());
	/** Behind these words stands what no text declares: namespaces, sides, memories, keys, rules, selectors, facets that a companion leaves open, reasons of a refusal, protocols. */
	private static final String UNNAMED = "\\s*(namespace|import|memory|key|accept|expect denied with) .*|.*companion .*|.* faces (\\w+, )*|.*unspecified .*|.*\\bover |.*select -?\\d+ |.*conforms \\S*";
	private final Workspace workspace;

	private Examples(Workspace workspace) {
		this.workspace = workspace;
	}

	/** Returns the folder of an example. */
	public static Path folder(String example) {
		return Path.of("../examples", example);
	}

	/** Reads an example. */
	public static Examples of(String example) {
		try {
			return new Examples(Workspace.open(List.of(folder(example))));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Makes a set of texts. */
	public static Examples texts(java.util.Map<String, String> texts) {
		Workspace workspace = new Workspace();
		texts.forEach(workspace::put);
		return new Examples(workspace);
	}

	/** Returns the files. */
	public Collection<SyntaxFile> files() {
		return workspace.files();
	}

	/** Compiles with all checks. */
	public Compilation compilation() {
		return workspace.compile();
	}

	/** Indexes the names. */
	public NameIndex index() {
		return new NameIndex(files(), Examples::text);
	}

	/** Reads the text of a file, of the library's too. */
	public static Optional<String> text(String name) {
		try {
			return Optional.of(name.startsWith(LibraryFiles.PREFIX) ? Library.text(name.substring(LibraryFiles.PREFIX.length()))
					: Files.readString(Path.of(name), StandardCharsets.UTF_8));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Returns the names in a file that are not among some places. */
	public List<String> unnamed(SyntaxFile file, Collection<Occurrence> places) {
		String text = text(file.name()).orElseThrow();
		Set<Integer> ends = new java.util.HashSet<>();
		places.forEach(place -> ends.add(place.offset() + place.length()));
		List<String> found = new ArrayList<>();
		for (ColouredToken token : Texts.INJECTOR.getInstance(Colouring.class).tokens(text)) {
			String name = text.substring(token.offset(), token.end());
			String before = text.substring(text.lastIndexOf('\n', token.offset()) + 1, token.offset());
			if (NAMES.contains(token.kind()) && !ends.contains(token.end()) && !BUILT_IN.contains(name) && !before.matches(UNNAMED)) {
				int line = 1 + (int) text.substring(0, token.offset()).chars().filter(c -> c == '\n').count();
				found.add("%s:%d %s".formatted(file.name(), line, name));
			}
		}
		return found;
	}
}
