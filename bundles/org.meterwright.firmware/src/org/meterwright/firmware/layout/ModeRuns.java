// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.words.AccessWords;

/**
 * Codes the modes of attributes and methods from 1 on as runs: an octet with the number of runs of both, then for each run the last index and
 * the mode, of the last run the mode alone, so that classes of different length share what they have in common. No run: no access at all.
 */
final class ModeRuns {
	private static final int MOST = 15;
	private static final int NIBBLE = 4;

	private record ModeRun(int last, int mode) {
	}

	private ModeRuns() {
	}

	/** Codes modes; nothing: they change too often. */
	static Optional<Bytes> of(List<Integer> attributes, List<Integer> methods) {
		List<ModeRun> first = runs(attributes);
		List<ModeRun> second = runs(methods);
		if (first.size() > MOST || second.size() > MOST) {
			return Optional.empty();
		}
		List<Integer> octets = new ArrayList<>();
		octets.add(first.size() << NIBBLE | second.size());
		code(first, octets);
		code(second, octets);
		return Optional.of(Bytes.ofInts(octets.stream().mapToInt(Integer::intValue).toArray()));
	}

	private static List<ModeRun> runs(List<Integer> modes) {
		List<ModeRun> runs = new ArrayList<>();
		for (int i = 0; i < modes.size(); i++) {
			if (!runs.isEmpty() && runs.getLast().mode() == modes.get(i)) {
				runs.removeLast();
			}
			runs.add(new ModeRun(i + 1, modes.get(i)));
		}
		return runs.size() == 1 && runs.getFirst().mode() == 0 ? List.of() : runs;
	}

	private static void code(List<ModeRun> runs, List<Integer> octets) {
		for (int i = 0; i < runs.size(); i++) {
			if (i + 1 < runs.size()) {
				octets.add(runs.get(i).last());
			}
			octets.add(runs.get(i).mode());
		}
	}

	/** Says coded modes in words. */
	static String words(Bytes octets) {
		int attributes = octets.at(0) >> NIBBLE;
		int methods = octets.at(0) & MOST;
		StringBuilder words = new StringBuilder("attributes ");
		int at = words(octets, 1, attributes, true, words);
		words.append("; methods ");
		words(octets, at, methods, false, words);
		return words.toString();
	}

	private static int words(Bytes octets, int from, int runs, boolean attributes, StringBuilder words) {
		int at = from;
		if (runs == 0) {
			words.append("no access");
		}
		for (int i = 0; i < runs; i++) {
			boolean last = i + 1 == runs;
			String until = last ? runs == 1 ? "" : ", others " : Text.of(i == 0 ? "to %d " : ", to %d ", octets.at(at++));
			int mode = octets.at(at++);
			words.append(until).append(attributes ? AccessWords.attribute(mode) : AccessWords.method(mode));
		}
		return at;
	}
}
