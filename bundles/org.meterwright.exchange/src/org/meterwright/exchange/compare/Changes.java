// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.meterwright.cosem.Element;
import org.meterwright.cosem.value.Origin;

/** Collects what was found, and knows both sides. */
final class Changes {
	private final View left;
	private final View right;
	private final List<Change> found = new ArrayList<>();

	Changes(View left, View right) {
		this.left = left;
		this.right = right;
	}

	View left() {
		return left;
	}

	View right() {
		return right;
	}

	List<Change> found() {
		return found;
	}

	/** Begins a note on something that both sides have. */
	Note on(ChangeKind kind, Pair<? extends Element> pair) {
		return new Note(kind, Subjects.of(pair.right(), right.wording())).at(place(pair.left()), place(pair.right()));
	}

	/** Begins a note on something that only the left side has. */
	Note removed(ChangeKind kind, Element element) {
		return new Note(kind, Subjects.of(element, left.wording())).at(place(element), Optional.empty());
	}

	/** Begins a note on something that only the right side has. */
	Note added(ChangeKind kind, Element element) {
		return new Note(kind, Subjects.of(element, right.wording())).at(Optional.empty(), place(element));
	}

	/** Notes that a fact of a pair is another, if it is. */
	void differ(ChangeKind kind, Pair<? extends Element> pair, String member, String before, String after) {
		if (!before.equals(after)) {
			on(kind, pair).member(member).values(before, after).add();
		}
	}

	/** Notes that what both sides have is listed in another order. */
	<T> void differInOrder(Pair<? extends Element> owner, String what, Pairing<T> pairing, List<T> before, List<T> after) {
		Map<T, Integer> positions = new IdentityHashMap<>();
		before.forEach(each -> positions.put(each, positions.size()));
		Map<T, T> origins = new IdentityHashMap<>();
		pairing.pairs().forEach(pair -> origins.put(pair.right(), pair.left()));
		int last = -1;
		for (T each : after) {
			int position = origins.containsKey(each) ? positions.get(origins.get(each)) : last;
			if (position < last) {
				on(ChangeKind.DECLARED_ORDER, owner).member(what).add();
				return;
			}
			last = position;
		}
	}

	/** Notes that a part of a pair is called or documented otherwise. */
	void differInText(Pair<? extends Element> owner, String member, Element before, Element after) {
		differ(ChangeKind.RENAMED, owner, member, Subjects.text(before.getName()), Subjects.text(after.getName()));
		differ(ChangeKind.DOCUMENTATION, owner, member, Subjects.text(before.getDocumentation()), Subjects.text(after.getDocumentation()));
	}

	private static Optional<Origin> place(Element element) {
		return element.getOrigins().stream().findFirst();
	}

	/** A change in the making. */
	final class Note {
		private final ChangeKind kind;
		private final Subject subject;
		private String member = "";
		private String association = "";
		private String before = "";
		private String after = "";
		private final Set<String> clients = new LinkedHashSet<>();
		private boolean seen = true;
		private Optional<Origin> leftPlace = Optional.empty();
		private Optional<Origin> rightPlace = Optional.empty();

		private Note(ChangeKind kind, Subject subject) {
			this.kind = kind;
			this.subject = subject;
		}

		Note at(Optional<Origin> leftOrigin, Optional<Origin> rightOrigin) {
			leftPlace = leftOrigin;
			rightPlace = rightOrigin;
			return this;
		}

		/** Takes the places of parts that have some. */
		Note atParts(Optional<? extends Element> leftPart, Optional<? extends Element> rightPart) {
			leftPlace = leftPart.flatMap(Changes::place).or(() -> leftPlace);
			rightPlace = rightPart.flatMap(Changes::place).or(() -> rightPlace);
			return this;
		}

		Note member(String name) {
			member = name;
			return this;
		}

		Note in(String name) {
			association = name;
			clients.add(name);
			return this;
		}

		Note values(String was, String is) {
			before = was;
			after = is;
			return this;
		}

		/** Says who can see it; nobody: it is invisible. */
		Note seenBy(List<String> first, List<String> second) {
			clients.addAll(first);
			clients.addAll(second);
			seen = !clients.isEmpty();
			return this;
		}

		void add() {
			Impact impact = seen || kind.impact() == Impact.TEXT ? kind.impact() : Impact.INVISIBLE;
			found.add(new Change(kind, impact, subject, member, association, before, after, List.copyOf(clients), leftPlace, rightPlace));
		}
	}
}
