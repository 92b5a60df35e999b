// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.quickfix;

import java.util.List;

/** Finds the ways to mend findings of a rule. */
@FunctionalInterface
interface Fixer {
	/** Returns the ways to mend a finding; none where the text is not as expected. */
	List<QuickFix> fixes(FixContext context);
}
