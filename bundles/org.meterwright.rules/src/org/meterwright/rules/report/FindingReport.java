// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.report;

import java.util.List;

import org.meterwright.rules.Finding;

/** A way to write findings down. The same findings give the same text on every machine; lines end with {@code \n}. */
@FunctionalInterface
public interface FindingReport {

	/** Write the findings in the order given. */
	String write(List<Finding> findings);
}
