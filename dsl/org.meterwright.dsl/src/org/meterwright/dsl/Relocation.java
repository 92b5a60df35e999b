// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.syntax.LineEdit;
import org.meterwright.dsl.syntax.Pieces;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.rules.Finding;

/**
 * Moves what came of a meter to where its texts stand now, after space, comments and single lines changed: findings, and the places in the
 * model. All or nothing; where a finding names a line in its words, or a place cannot be told, the meter has to be compiled.
 */
final class Relocation {
	private static final Pattern NAMES_A_LINE = Pattern.compile("\\bline \\d");

	/** Where the tokens of a file went, and which lines were replaced. */
	private record Move(Pieces before, Pieces now, List<LineEdit> edits) {

		/** Returns where a place is now; nothing when it is not known. */
		Optional<Origin> of(Origin place) {
			for (LineEdit edit : edits) {
				INode old = NodeModelUtils.findActualNodeFor(edit.before());
				if (before.start(old) == place.offset() && before.end(old) == place.offset() + place.length()) {
					Origin line = SyntaxFile.place(edit.now(), place.kind());
					return Optional.of(new Origin(place.file(), line.line(), line.offset(), line.length(), place.kind(), place.of(), place.condition()));
				}
			}
			return before.moved(place, now);
		}
	}

	private record Change(List<Origin> origins, int index, Origin place) {
	}

	private final Map<String, Move> moves = new HashMap<>();
	private final List<Change> changes = new ArrayList<>();
	private boolean lost;

	/**
	 * Moves what stands in a file.
	 *
	 * @param edits the lines that were replaced
	 */
	void add(SyntaxFile file, SyntaxFile now, List<LineEdit> edits) {
		if (file.places() instanceof Pieces before && now.places() instanceof Pieces after) {
			moves.put(file.name(), new Move(before, after, edits));
		}
	}

	/** Tells whether a file is among those that moved. */
	boolean isOf(String file) {
		return moves.containsKey(file);
	}

	/** Tells whether a place was asked for that cannot be told. */
	boolean isLost() {
		return lost;
	}

	/** Moves the places in the models that were looked at. */
	void apply() {
		changes.forEach(change -> change.origins().set(change.index(), change.place()));
	}

	/** Returns findings at the places where they are now. */
	List<Finding> moved(List<Finding> findings) {
		return findings.stream().map(this::moved).sorted(Finding.ORDER).toList();
	}

	/** Returns a finding at the place where it is now. */
	Finding moved(Finding finding) {
		lost |= NAMES_A_LINE.matcher(finding.message()).find() || finding.data().stream().anyMatch(data -> moves.keySet().stream().anyMatch(data::contains));
		Origin place = moved(finding.place());
		return place == finding.place() ? finding : new Finding(finding.rule(), finding.severity(), finding.message(), place, finding.subject(), finding.attribute(), finding.data(),
				finding.accepted(), finding.variants());
	}

	private Origin moved(Origin place) {
		Move move = moves.get(place.file());
		if (move == null) {
			return place;
		}
		Optional<Origin> now = move.of(place);
		lost |= now.isEmpty();
		return now.filter(each -> !each.equals(place)).orElse(place);
	}

	/** Looks at the places in a model. */
	void collect(ModelPlaces places) {
		moves.keySet().forEach(file -> places.of(file).forEach(this::collect));
	}

	private void collect(List<Origin> origins) {
		for (int i = 0; i < origins.size(); i++) {
			Origin now = moved(origins.get(i));
			if (now != origins.get(i)) {
				changes.add(new Change(origins, i, now));
			}
		}
	}
}
