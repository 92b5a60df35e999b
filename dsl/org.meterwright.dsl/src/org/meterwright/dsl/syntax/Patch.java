// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.meterwright.dsl.cosemDsl.ObjectDecl;

/**
 * Makes the tree of a text that of another text that differs in one place: only the members of a block that the change touches are read,
 * and where nothing but space and comments changes, none. All other nodes stay the same. What cannot be told from its neighbours for
 * certain is left to the parser.
 */
public final class Patch {
	private final SyntaxParser parser;
	private final SyntaxFile file;
	private final Pieces pieces;
	private final String text;
	private final int from;
	private final int to;

	private Patch(SyntaxParser parser, SyntaxFile file, Pieces pieces, String text) {
		this.parser = parser;
		this.file = file;
		this.pieces = pieces;
		this.text = text;
		String before = pieces.text();
		int shorter = Math.min(before.length(), text.length());
		int same = 0;
		while (same < shorter && before.charAt(same) == text.charAt(same)) {
			same++;
		}
		int end = 0;
		while (end < shorter - same && before.charAt(before.length() - 1 - end) == text.charAt(text.length() - 1 - end)) {
			end++;
		}
		int back = toLineStart(before, same, before.length() - end, text.length() - end);
		this.from = same - back;
		this.to = before.length() - end - back;
	}

	/**
	 * Tells by how many characters what was only put in, or only taken out, can be moved back so that it begins at the start of a line: whole
	 * lines that begin like those behind them change no part of those.
	 */
	private int toLineStart(String before, int from, int to, int until) {
		if (from != to && from != until) {
			return 0;
		}
		String longer = from == to ? text : before;
		int end = from == to ? until : to;
		int back = 0;
		while (from - back > 0 && longer.charAt(from - back - 1) != '\n' && longer.charAt(from - back - 1) == longer.charAt(end - back - 1)) {
			back++;
		}
		return from - back == 0 || longer.charAt(from - back - 1) == '\n' ? back : 0;
	}

	/**
	 * Makes a file without syntax errors that of another text; its tree is changed where the texts differ. Nothing, and nothing
	 * changed: the whole text has to be parsed.
	 */
	public static Optional<SyntaxFile> of(SyntaxParser parser, SyntaxFile file, String text) {
		if (!(file.places() instanceof Pieces pieces)) {
			return Optional.empty();
		}
		return pieces.text().equals(text) ? Optional.of(file) : new Patch(parser, file, pieces, text).apply();
	}

	/** Members of a block and the part of the text that they take, with the space before them. */
	private record Part(Optional<Block> block, Optional<EObject> owner, int first, int last, int from, int to) {
	}

	private Optional<SyntaxFile> apply() {
		Optional<Part> part = part(new Part(Optional.empty(), Optional.empty(), 0, 0, 0, pieces.text().length()), new ArrayList<>(file.root().getElements()), 0, pieces.text().length());
		return part.flatMap(each -> respaced(each).or(() -> reread(each)));
	}

	/** Finds the smallest part that holds the change: members of a block, or of one of its members. */
	private Optional<Part> part(Part all, List<EObject> members, int begin, int end) {
		int first = firstBehind(members, from);
		int last = firstBehind(members, to);
		if (first == last && first < members.size()) {
			Optional<Part> inside = inside(members.get(first));
			if (inside.isPresent()) {
				return inside;
			}
		}
		while (first > 0 && (first == members.size() || !isSpace(end(members.get(first - 1))))) {
			first--;
		}
		while (last < members.size() && last + 1 < members.size() && !isSpace(end(members.get(last)))) {
			last++;
		}
		boolean toEnd = last >= members.size() - 1;
		int start = first == 0 ? begin : end(members.get(first - 1));
		int stop = toEnd ? end : end(members.get(last));
		boolean known = start >= 0 && start <= from && stop >= to;
		return known ? Optional.of(new Part(all.block(), all.owner(), first, Math.min(last, members.size() - 1), start, stop)) : Optional.empty();
	}

	private Optional<Part> inside(EObject member) {
		Optional<Block> block = Block.of(member);
		int open = block.flatMap(each -> Block.opened(member)).map(pieces::start).orElse(-1);
		int close = block.flatMap(each -> Block.closed(member)).map(pieces::start).orElse(-1);
		return open < 0 || open >= from || close < to ? Optional.empty() : part(new Part(block, Optional.of(member), 0, 0, 0, 0), List.copyOf(block.get().members()), open + 1, close);
	}

	/** Returns the first member that ends at an offset or behind it. */
	private int firstBehind(List<EObject> members, int offset) {
		int low = 0;
		int high = members.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (end(members.get(middle)) >= offset) {
				high = middle;
			} else {
				low = middle + 1;
			}
		}
		return low;
	}

	private int end(EObject member) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(member);
		return node == null ? -1 : pieces.end(node);
	}

	/** Tells whether space stands at an offset before the change or behind it: no token goes over it, whatever the change is. */
	private boolean isSpace(int offset) {
		return offset >= 0 && offset < pieces.text().length() && Character.isWhitespace(pieces.text().charAt(offset));
	}

	private String fresh(Part part) {
		return text.substring(part.from(), part.to() + text.length() - pieces.text().length());
	}

	/** Where the tokens stay, so does the tree: they only move. */
	private Optional<SyntaxFile> respaced(Part part) {
		Tokens before = Tokens.of(pieces.text().substring(part.from(), part.to()));
		Tokens now = Tokens.of(fresh(part));
		if (!before.said().equals(now.said())) {
			return Optional.empty();
		}
		List<Pieces.Piece> moved = new ArrayList<>();
		for (int i = 0; i < now.places().size(); i++) {
			int old = part.from() + before.places().get(i).offset();
			Tokens.Place place = now.places().get(i);
			Optional<Pieces.Piece> piece = pieces.piece(old);
			if (piece.isEmpty() || piece.get().end() < old + place.length()) {
				return Optional.empty();
			}
			moved.add(new Pieces.Piece(piece.get().root(), piece.get().from() + old - piece.get().at(), part.from() + place.offset(), place.length()));
		}
		return Optional.of(file.respaced(pieces.replaced(part.from(), part.to(), moved, text)));
	}

	private Optional<SyntaxFile> reread(Part part) {
		if (part.block().isEmpty()) {
			return Optional.empty();
		}
		Block block = part.block().get();
		String fresh = fresh(part);
		SyntaxFile read = parser.parse(file.name(), block.opening() + fresh + block.closing(), false);
		Optional<List<EObject>> members = read.errors().isEmpty() ? block.members(read.root()) : Optional.empty();
		if (members.isEmpty() || !(read.places() instanceof Pieces own)) {
			return Optional.empty();
		}
		INode root = own.piece(0).orElseThrow().root();
		int begin = part.from() - block.opening().length();
		boolean kept = isKept(part, block, members.get(), own, begin);
		int stop = kept ? start(block.members().get(part.last())) : part.to();
		List<EObject> made = List.copyOf(kept ? members.get().subList(0, members.get().size() - 1) : members.get());
		List<EObject> replaced = List.copyOf(block.members().subList(part.first(), kept ? part.last() : part.last() + 1));
		for (int i = part.first() + replaced.size() - 1; i >= part.first(); i--) {
			block.members().remove(i);
		}
		block.members().addAll(part.first(), made);
		int length = stop + text.length() - pieces.text().length() - part.from();
		Pieces.Piece piece = new Pieces.Piece(root, block.opening().length(), part.from(), length);
		Pieces places = pieces.replaced(part.from(), stop, List.of(piece), text);
		Optional<ObjectDecl> documented = Optional.empty();
		if (kept && !own.documentation(members.get().getLast()).equals(pieces.documentation(block.members().get(part.first() + made.size())))) {
			documented = Optional.of((ObjectDecl) block.members().get(part.first() + made.size()));
			places = places.documented(documented.get(), own.documentation(members.get().getLast()));
		}
		return Optional.of(edited(part.owner().orElseThrow(), replaced, made, documented, places));
	}

	private SyntaxFile edited(EObject owner, List<EObject> replaced, List<EObject> made, Optional<ObjectDecl> documented, Pieces places) {
		Optional<LineEdit> line = LineEdit.of(replaced, made, file.edition());
		Optional<? extends StructureEdit> structure = documented.isPresent() || !(owner instanceof ObjectDecl)
				? ObjectEdit.of(owner, replaced, made, documented, file.edition()) : BodyEdit.of(owner, replaced, made, file.edition());
		return line.isEmpty() && structure.isPresent() ? file.edited(places, structure.get()) : file.edited(places, line);
	}

	/** Tells whether the last member stays as it is, but for what is documented of an object: the change is before it. */
	private boolean isKept(Part part, Block block, List<EObject> made, Pieces own, int begin) {
		EObject last = part.last() < 0 || part.last() < part.first() || block.members().isEmpty() ? null : block.members().get(part.last());
		if (last == null || made.isEmpty() || start(last) < to) {
			return false;
		}
		INode node = NodeModelUtils.findActualNodeFor(made.getLast());
		boolean same = node != null && own.start(node) + begin == start(last) + text.length() - pieces.text().length();
		return same && (last instanceof ObjectDecl || own.documentation(made.getLast()).equals(pieces.documentation(last)));
	}

	private int start(EObject member) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(member);
		return node == null ? -1 : pieces.start(node);
	}
}
