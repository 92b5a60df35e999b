// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.meterwright.cosem.value.Origin;

/**
 * A text put together from pieces of texts that were parsed one after the other: first it is one piece, and an edit cuts out what it
 * replaces and puts the newly parsed part there. The nodes of the parts stay as they are; where one stands in the whole text is asked here.
 * Space and comments between pieces belong to none. Never changes: an edit makes another.
 */
public final class Pieces implements Places {

	/**
	 * A piece.
	 *
	 * @param root   root node of the text that it was parsed in
	 * @param from   offset there
	 * @param at     offset in the whole text
	 * @param length number of characters
	 */
	record Piece(INode root, int from, int at, int length) {
		int end() {
			return at + length;
		}

		/** Returns the part between two offsets of the whole text, moved. */
		Piece part(int begin, int stop, int by) {
			int start = Math.max(begin, at);
			return new Piece(root, from + start - at, start + by, Math.min(stop, end()) - start);
		}
	}

	private final String text;
	private final List<Piece> pieces;
	private final Map<INode, List<Piece>> byRoot = new IdentityHashMap<>();
	private volatile int[] lines = {};

	/** What is documented of nodes that stayed when the comment before them did not. */
	private final Map<EObject, Optional<String>> documented;

	private Pieces(String text, List<Piece> pieces, Map<EObject, Optional<String>> documented) {
		this.documented = documented;
		this.text = text;
		this.pieces = List.copyOf(pieces);
		this.pieces.forEach(each -> byRoot.computeIfAbsent(each.root(), key -> new ArrayList<>(1)).add(each));
	}

	/** Makes the text of one parse. */
	public static Pieces of(INode root) {
		INode whole = root.getRootNode();
		return new Pieces(whole.getText(), List.of(new Piece(whole, 0, 0, whole.getTotalLength())), Map.of());
	}

	/** Makes the places of a tree that was read from no text. */
	static Pieces none() {
		return new Pieces("", List.of(), Map.of());
	}

	/** Returns the text. */
	public String text() {
		return text;
	}

	/** Returns the text with other pieces, in order, between two offsets; what stands behind moves. */
	Pieces replaced(int from, int to, List<Piece> fresh, String newText) {
		int by = newText.length() - text.length();
		List<Piece> all = new ArrayList<>(pieces.size() + fresh.size() + 1);
		for (Piece each : pieces) {
			if (each.at() < from) {
				all.add(each.part(0, from, 0));
			}
		}
		all.addAll(fresh);
		for (Piece each : pieces) {
			if (each.end() > to) {
				all.add(each.part(to, text.length(), by));
			}
		}
		return new Pieces(newText, joined(all), documented);
	}

	/** Returns the same places, where something else is documented of a node. */
	Pieces documented(EObject node, Optional<String> documentation) {
		Map<EObject, Optional<String>> all = new IdentityHashMap<>(documented);
		all.put(node, documentation);
		return new Pieces(text, pieces, all);
	}

	/** Joins neighbours that stand as they did in the text that they are from. */
	private static List<Piece> joined(List<Piece> pieces) {
		List<Piece> joined = new ArrayList<>(pieces.size());
		for (Piece each : pieces) {
			Piece last = joined.isEmpty() ? null : joined.getLast();
			if (last != null && last.root() == each.root() && each.from() - last.from() == each.at() - last.at()) {
				joined.set(joined.size() - 1, new Piece(last.root(), last.from(), last.at(), each.end() - last.at()));
			} else if (each.length() > 0) {
				joined.add(each);
			}
		}
		return joined;
	}

	/** Finds the piece that holds an offset of the text. */
	Optional<Piece> piece(int offset) {
		int low = 0;
		int high = pieces.size() - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			Piece each = pieces.get(middle);
			if (offset < each.at()) {
				high = middle - 1;
			} else if (offset >= each.end()) {
				low = middle + 1;
			} else {
				return Optional.of(each);
			}
		}
		return Optional.empty();
	}

	/** Finds the smallest part of the text at an offset. */
	public Optional<ILeafNode> leaf(int offset) {
		return piece(offset).map(each -> NodeModelUtils.findLeafNodeAtOffset(each.root(), each.from() + offset - each.at()));
	}

	/** Returns where an offset of a parsed text stands now; -1: no longer. */
	int at(INode root, int offset) {
		List<Piece> own = byRoot.getOrDefault(root, List.of());
		int low = 0;
		int high = own.size() - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			Piece each = own.get(middle);
			if (offset < each.from()) {
				high = middle - 1;
			} else if (offset >= each.from() + each.length()) {
				low = middle + 1;
			} else {
				return each.at() + offset - each.from();
			}
		}
		return -1;
	}

	/** Returns where a node begins; -1: it is no longer part of the text. */
	public int start(INode node) {
		return at(node.getRootNode(), node.getOffset());
	}

	/** Returns where a node ends; -1: it is no longer part of the text. */
	public int end(INode node) {
		int last = node.getLength() == 0 ? start(node) - 1 : at(node.getRootNode(), node.getEndOffset() - 1);
		return last < 0 ? -1 : last + 1;
	}

	/**
	 * Returns a place of this text as it is in a later text of the same tokens; nothing when it begins or ends in the space between
	 * tokens, which may be gone.
	 */
	public Optional<Origin> moved(Origin place, Pieces later) {
		int last = place.offset() + Math.max(0, place.length() - 1);
		int start = later.at(place.offset(), this);
		int end = later.at(last, this);
		boolean known = start >= 0 && end >= start && place.length() > 0;
		return known ? Optional.of(new Origin(place.file(), later.line(start), start, end + 1 - start, place.kind(), place.of(), place.condition())) : Optional.empty();
	}

	private int at(int offset, Pieces earlier) {
		return earlier.piece(offset).map(each -> at(each.root(), each.from() + offset - each.at())).orElse(-1);
	}

	/** Returns the line of an offset, from 1. */
	public int line(int offset) {
		int[] starts = lines;
		if (starts.length == 0) {
			starts = lines(text);
			lines = starts;
		}
		int found = Arrays.binarySearch(starts, offset);
		return found >= 0 ? found + 1 : -found - 1;
	}

	/** Returns the offsets at which lines begin. */
	private static int[] lines(String text) {
		int[] starts = new int[16];
		int count = 1;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
				starts = count == starts.length ? Arrays.copyOf(starts, 2 * count) : starts;
				starts[count++] = i + 1;
			}
		}
		return Arrays.copyOf(starts, count);
	}

	@Override
	public Origin place(String file, EObject node, String kind) {
		ICompositeNode own = NodeModelUtils.findActualNodeFor(node);
		return own == null ? new Origin(file, 1, 0, 0, kind) : origin(file, own, kind);
	}

	@Override
	public Origin place(String file, EObject node, EStructuralFeature feature, int index) {
		List<INode> nodes = NodeModelUtils.findNodesForFeature(node, feature);
		return nodes.isEmpty() ? place(file, node, "written") : origin(file, nodes.get(Math.clamp(index, 0, nodes.size() - 1)), "written");
	}

	private Origin origin(String file, INode node, String kind) {
		int start = Math.max(0, start(node));
		return new Origin(file, line(start), start, Math.max(0, end(node) - start), kind);
	}

	@Override
	public Optional<String> documentation(EObject node) {
		Optional<String> later = documented.get(node);
		if (later != null) {
			return later;
		}
		ICompositeNode own = NodeModelUtils.getNode(node);
		if (own == null) {
			return Optional.empty();
		}
		String last = null;
		for (ILeafNode leaf : own.getLeafNodes()) {
			if (!leaf.isHidden()) {
				break;
			}
			if (leaf.getText().startsWith("/**") && leaf.getText().length() > 4) {
				last = leaf.getText();
			}
		}
		return Optional.ofNullable(last).map(DocComment::text);
	}
}
