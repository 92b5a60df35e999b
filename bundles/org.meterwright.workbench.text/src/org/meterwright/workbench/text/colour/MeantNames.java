// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.colour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;
import org.meterwright.dsl.ide.view.SemanticKinds;

/**
 * The names of a text that have a meaning with a colour, in order.
 *
 * @param names the names
 */
record MeantNames(List<Name> names) {
	static final MeantNames NONE = new MeantNames(List.of());

	/**
	 * A name.
	 *
	 * @param offset  first character
	 * @param length  length
	 * @param meaning what it stands for
	 */
	record Name(int offset, int length, Meaning meaning) {
		int end() {
			return offset + length;
		}

		private Name shifted(int by) {
			return new Name(offset + by, length, meaning);
		}
	}

	static MeantNames of(List<SemanticKinds.Token> tokens) {
		List<Name> names = new ArrayList<>();
		tokens.forEach(token -> Meaning.of(token).ifPresent(meaning -> names.add(new Name(token.offset(), token.length(), meaning))));
		return new MeantNames(List.copyOf(names));
	}

	/** Returns the names as they stand when part of the text is replaced: what the edit touches may mean something else now. */
	MeantNames after(int offset, int length, int inserted) {
		List<Name> kept = new ArrayList<>(names.size());
		for (Name name : names) {
			if (name.end() < offset) {
				kept.add(name);
			} else if (name.offset() > offset + length) {
				kept.add(name.shifted(inserted - length));
			}
		}
		return new MeantNames(kept);
	}

	/** Returns the names in a part of the text. */
	List<Name> in(int offset, int length) {
		int from = firstBehind(offset);
		int to = from;
		while (to < names.size() && names.get(to).offset() < offset + length) {
			to++;
		}
		return names.subList(from, to);
	}

	private int firstBehind(int offset) {
		int low = 0;
		int high = names.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (names.get(middle).end() <= offset) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	}

	/** Returns the part of the text in which others differ; nothing: they do not. */
	Optional<IRegion> difference(MeantNames others) {
		int most = Math.min(names.size(), others.names.size());
		int start = 0;
		while (start < most && names.get(start).equals(others.names.get(start))) {
			start++;
		}
		int end = 0;
		while (end < most - start && names.get(names.size() - 1 - end).equals(others.names.get(others.names.size() - 1 - end))) {
			end++;
		}
		List<Name> different = new ArrayList<>(names.subList(start, names.size() - end));
		different.addAll(others.names.subList(start, others.names.size() - end));
		if (different.isEmpty()) {
			return Optional.empty();
		}
		int from = different.stream().mapToInt(Name::offset).min().getAsInt();
		return Optional.of(new Region(from, different.stream().mapToInt(Name::end).max().getAsInt() - from));
	}
}
