// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

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
		this.from = same;
		this.to = before.length() - end;
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
	private record Part(Optional<Block> block, int first, int last, int from, int to) {
	}

	private Optional<SyntaxFile> apply() {
		Optional<Part> part = part(new Part(Optional.empty(), 0, 0, 0, pieces.text().length()), new ArrayList<>(file.root().getElements()), 0, pieces.text().length());
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
		return known ? Optional.of(new Part(all.block(), first, Math.min(last, members.size() - 1), start, stop)) : Optional.empty();
	}

	private Optional<Part> inside(EObject member) {
		Optional<Block> block = Block.of(member);
		int open = block.flatMap(each -> Block.opened(member)).map(pieces::start).orElse(-1);
		int close = block.flatMap(each -> Block.closed(member)).map(pieces::start).orElse(-1);
		return open < 0 || open >= from || close < to ? Optional.empty() : part(new Part(block, 0, 0, 0, 0), List.copyOf(block.get().members()), open + 1, close);
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
		List<EObject> made = List.copyOf(members.get());
		List<EObject> replaced = List.copyOf(block.members().subList(part.first(), part.last() + 1));
		for (int i = part.last(); i >= part.first(); i--) {
			block.members().remove(i);
		}
		block.members().addAll(part.first(), made);
		Pieces.Piece piece = new Pieces.Piece(root, block.opening().length(), part.from(), fresh.length());
		return Optional.of(file.edited(pieces.replaced(part.from(), part.to(), List.of(piece), text), LineEdit.of(replaced, made, file.edition())));
	}
}
