// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.link;

import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.meterwright.cosem.value.Origin;
import org.meterwright.workbench.text.language.TextPlace;

/** Opens the declaration of a name. */
record DefinitionLink(TextPlace place, IRegion word, Origin target) implements IHyperlink {

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
		TextEditors.open(place.language(), target);
	}
}
