// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.rules.Finding;

/**
 * What is found on what an edit has read again.
 *
 * @param ofLines  what is found on each line of an object
 * @param findings what else is found
 * @param files    the files that names led to
 */
public record Told(Map<AttributeLine, List<Finding>> ofLines, List<Finding> findings, Set<SyntaxFile> files) {

	static Told nothing() {
		return new Told(new IdentityHashMap<>(), new ArrayList<>(), new HashSet<>());
	}

	/** Takes what is found on a line. */
	void add(AttributeLine line, List<Finding> found) {
		ofLines.computeIfAbsent(line, key -> new ArrayList<>(1)).addAll(found);
	}

	int count() {
		return findings.size() + ofLines.size();
	}
}
