// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.StorageExpr;
import org.meterwright.dsl.ide.names.Resolver.Part;
import org.meterwright.dsl.syntax.SyntaxFile;

/**
 * Finds what the names in a set of texts mean, and all places where something is named. It works on the syntax trees, so a text that is
 * half written, or that no meter uses, is served as well.
 */
public final class NameIndex {
	private static final CosemDslPackage P = CosemDslPackage.eINSTANCE;
	private final NameTable table;
	private final MentionResolver resolver;
	private final Meanings meanings;
	private final Function<String, Optional<String>> texts;
	private final Map<SyntaxFile, Map<String, List<Mention>>> mentions = new ConcurrentHashMap<>();

	/**
	 * Makes the index of files.
	 *
	 * @param own   the files, without the library
	 * @param texts gives the text of a file by name, of the library's too
	 */
	public NameIndex(Collection<SyntaxFile> own, Function<String, Optional<String>> texts) {
		this.table = new NameTable(own);
		this.resolver = new MentionResolver(table);
		this.meanings = new Meanings(table);
		this.texts = texts;
	}

	/** Returns what is declared. */
	public NameTable table() {
		return table;
	}

	/** Returns what parts of trees mean. */
	public Meanings meanings() {
		return meanings;
	}

	/** A name with its meaning and place. */
	private record Found(Part part, Occurrence place, EObject holder) {
	}

	/** Returns what the name at a place stands for. */
	public Optional<Symbol> symbol(String file, int offset) {
		return found(file, offset).map(found -> found.part().symbol());
	}

	/** Returns the name at a place. */
	public Optional<Occurrence> name(String file, int offset) {
		return found(file, offset).map(Found::place);
	}

	/** Returns the node that declares what the name at a place stands for. */
	public Optional<EObject> declaration(String file, int offset) {
		return found(file, offset).map(found -> found.part().node());
	}

	/** Returns the node that holds the name at a place, such as the line of an attribute. */
	public Optional<EObject> holder(String file, int offset) {
		return found(file, offset).map(Found::holder);
	}

	private Optional<Found> found(String file, int offset) {
		Optional<SyntaxFile> source = file(file);
		Optional<String> text = texts.apply(file);
		if (source.isEmpty() || text.isEmpty()) {
			return Optional.empty();
		}
		Optional<String> word = Words.at(text.get(), offset);
		return word.stream().flatMap(name -> mentions(source.get()).getOrDefault(name, List.of()).stream())
				.flatMap(mention -> place(source.get(), text.get(), mention).filter(place -> place.covers(offset)).stream()
						.flatMap(place -> resolver.resolve(mention).map(part -> new Found(part, place, mention.node())).stream()))
				.findFirst();
	}

	private Optional<SyntaxFile> file(String name) {
		return table.files().stream().filter(file -> file.name().equals(name)).findFirst();
	}

	private Map<String, List<Mention>> mentions(SyntaxFile file) {
		return mentions.computeIfAbsent(file, key -> Mentions.byName(key.root()));
	}

	/** Returns all places where something is named, in order; those in the library too where they are asked for. */
	public List<Occurrence> occurrences(Symbol symbol, boolean library) {
		TreeSet<Occurrence> found = new TreeSet<>();
		for (SyntaxFile file : table.files()) {
			if (library || !file.isLibrary()) {
				collect(file, symbol, found);
			}
		}
		return List.copyOf(found);
	}

	/** Returns the places in one file where something is named. */
	public List<Occurrence> occurrences(Symbol symbol, String file) {
		TreeSet<Occurrence> found = new TreeSet<>();
		file(file).ifPresent(source -> collect(source, symbol, found));
		return List.copyOf(found);
	}

	private void collect(SyntaxFile file, Symbol symbol, Collection<Occurrence> found) {
		Optional<String> text = texts.apply(file.name());
		if (text.isEmpty() || !text.get().contains(symbol.name())) {
			return;
		}
		for (Mention mention : mentions(file).getOrDefault(symbol.name(), List.of())) {
			if (resolver.resolve(mention).filter(part -> part.symbol().equals(symbol)).isPresent()) {
				place(file, text.get(), mention).ifPresent(found::add);
			}
		}
	}

	/** Returns the places where something is declared. */
	public List<Occurrence> declarations(Symbol symbol) {
		List<Occurrence> all = occurrences(symbol, true).stream().filter(Occurrence::declares).toList();
		return symbol.kind() == SymbolKind.HANDLER ? all.stream().limit(1).toList() : all;
	}

	/** Tells whether a name is written in a file. */
	public boolean mentions(String file, String name) {
		return file(file).filter(source -> mentions(source).containsKey(name)).isPresent();
	}

	/** Returns the line of a place, from 1. */
	public int line(Occurrence place) {
		String text = texts.apply(place.file()).orElse("");
		return 1 + (int) text.substring(0, Math.min(place.offset(), text.length())).chars().filter(c -> c == '\n').count();
	}

	/** Returns each name of a file with what it stands for; without those that mean nothing. */
	public Map<Occurrence, Symbol> names(String file) {
		Map<Occurrence, Symbol> all = new java.util.TreeMap<>();
		Optional<SyntaxFile> source = file(file);
		Optional<String> text = texts.apply(file);
		if (source.isPresent() && text.isPresent()) {
			List<Mention> every = new ArrayList<>();
			mentions(source.get()).values().forEach(every::addAll);
			for (Mention mention : every) {
				resolver.resolve(mention).ifPresent(part -> place(source.get(), text.get(), mention).ifPresent(place -> all.put(place, part.symbol())));
			}
		}
		return all;
	}

	/** Returns the file whose namespace an import names, or that declares what it names. */
	public Optional<Origin> imported(String written) {
		String namespace = written.endsWith(".*") ? written.substring(0, written.length() - 2) : written;
		return table.files().stream().filter(file -> file.namespace().equals(namespace)).findFirst().map(file -> new Origin(file.name(), 1, 0, 0, "definition"));
	}

	private Optional<Occurrence> place(SyntaxFile file, String text, Mention mention) {
		Origin place = mention.declares() && mention.node() instanceof StorageExpr ? SyntaxFile.place(mention.node(), "written")
				: SyntaxFile.place(mention.node(), mention.feature(), Math.max(0, template(mention) ? 0 : mention.index()));
		int end = Math.min(text.length(), place.offset() + Math.max(place.length(), mention.name().length() + 1));
		return Words.find(text, place.offset(), end, mention.name(), skip(mention)).map(word -> new Occurrence(file.name(), word.offset(), word.length(), mention.declares()));
	}

	private static boolean template(Mention mention) {
		return mention.feature() == P.getObjectDecl_Ln() || mention.feature() == P.getPushDecl_Ln() || mention.feature() == P.getReactionDecl_Ln()
				|| mention.feature() == P.getObisValue_Ln() || mention.feature() == P.getObisDecl_Code();
	}

	/** Of a qualified name the last part counts; of several variables in a logical name the one that is meant. */
	private static Words.Which skip(Mention mention) {
		if (template(mention)) {
			return Words.Which.inBraces(mention.index());
		}
		boolean qualified = mention.node().eGet(mention.feature()) instanceof String written && written.indexOf('.') > 0 && mention.index() >= 0;
		return qualified ? Words.Which.LAST : Words.Which.FIRST;
	}
}
