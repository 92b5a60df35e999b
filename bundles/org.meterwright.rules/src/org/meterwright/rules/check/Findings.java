// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.check;

import java.util.ArrayList;
import java.util.List;

import org.meterwright.rules.Finding;

/** The findings of one check so far. */
final class Findings {
	private final List<Finding> list = new ArrayList<>();

	void add(Finding finding) {
		list.add(finding);
	}

	List<Finding> list() {
		return list;
	}
}
