// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import org.meterwright.rules.RuleCatalogue;

/** What the language itself forbids or questions: ids MW-LANG-nnn, described beside this class. */
public final class LanguageRules {
	private static final RuleCatalogue LANGUAGE = RuleCatalogue.read(LanguageRules.class, "language.rules", "declarations.rules", "references.rules",
			"values.rules", "behaviour.rules", "rights.rules", "companions.rules", "families.rules", "tables.rules");
	private static final RuleCatalogue ALL = RuleCatalogue.standard().with(LANGUAGE);

	private LanguageRules() {
	}

	/** Returns the language's own rules. */
	public static RuleCatalogue language() {
		return LANGUAGE;
	}

	/** Returns the language's rules and those on the COSEM model. */
	public static RuleCatalogue all() {
		return ALL;
	}
}
