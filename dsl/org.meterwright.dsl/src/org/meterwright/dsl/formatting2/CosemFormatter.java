// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.formatting2;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;
import org.eclipse.xtext.formatting2.regionaccess.ITextReplacement;
import org.eclipse.xtext.util.ITextRegion;
import org.meterwright.dsl.formatting2.TextFormatter.Edit;

/** Formats in the editor what {@link TextFormatter} says, inside the regions that are asked for. */
public class CosemFormatter implements IFormatter2 {

	@Override
	public List<ITextReplacement> format(FormatterRequest request) {
		ITextRegionAccess access = request.getTextRegionAccess();
		List<ITextReplacement> replacements = new ArrayList<>();
		for (Edit edit : new TextFormatter().edits(access.getResource().getParseResult())) {
			if (isAsked(request.getRegions(), edit)) {
				replacements.add(access.getRewriter().createReplacement(edit.offset(), edit.length(), edit.text()));
			}
		}
		return replacements;
	}

	private static boolean isAsked(Collection<ITextRegion> regions, Edit edit) {
		return regions.isEmpty() || regions.stream()
				.anyMatch(region -> region.getOffset() <= edit.offset() && edit.offset() + edit.length() <= region.getOffset() + region.getLength());
	}
}
