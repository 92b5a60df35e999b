// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.link;

import java.util.Optional;

import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.meterwright.cosem.value.Origin;
import org.meterwright.workbench.text.language.TextPlace;

/**
 * Opens the declaration of a name.
 *
 * @param target where that is; nothing: it was not known soon enough and is looked for when the link is opened
 */
record DefinitionLink(TextPlace place, IRegion word, Optional<Origin> target) implements IHyperlink {

	@Override
	public IRegion getHyperlinkRegion() {
		return word;
	}

	@Override
	public String getTypeLabel() {
		return "declaration";
	}

	@Override
	public String getHyperlinkText() {
		return "Open declaration";
	}

	@Override
	public void open() {
		target.or(() -> place.askPatiently((session, name) -> session.definition(name, word.getOffset()))).ifPresent(found -> TextEditors.open(place.language(), found));
	}
}
