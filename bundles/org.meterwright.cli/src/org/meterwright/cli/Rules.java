// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import org.meterwright.dsl.elaborate.LanguageRules;
import org.meterwright.exchange.objectlist.ObjectListImport;
import org.meterwright.rules.RuleCatalogue;

/** Every rule of every stage. */
final class Rules {

	private Rules() {
	}

	/** Return the rules on the model, of the language and of the imports. */
	static RuleCatalogue all() {
		return LanguageRules.all().with(RuleCatalogue.read(ObjectListImport.class, "import.rules"));
	}
}
