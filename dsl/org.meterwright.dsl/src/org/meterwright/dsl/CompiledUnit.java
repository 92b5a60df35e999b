// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import java.util.List;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.Import;
import org.meterwright.dsl.elaborate.Links;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.rules.Finding;

/**
 * What came of one meter of the text in all its variants, with what it came from. As long as those files are the same, it would come out
 * the same again.
 *
 * @param meters   its variants
 * @param findings what belongs to no variant
 * @param links    what its names mean
 * @param chain    the meters that it extends, and itself
 * @param files    the files that it was made from
 * @param imports  the imports that its names go through
 * @param kept     of each variant what a session needs to change it; none where nobody edits
 */
record CompiledUnit(List<CompiledMeter> meters, List<Finding> findings, List<Links> links, Set<EObject> chain, Set<SyntaxFile> files, Set<Import> imports,
		List<KeptMeter> kept) {

	/** Returns the findings on all its variants, what several share once. */
	List<Finding> all() {
		return VariantFindings.join(meters, findings);
	}
}
