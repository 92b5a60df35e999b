// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.assist;

import java.util.Optional;

import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.meterwright.cosem.words.Markup;
import org.meterwright.dsl.ide.hover.Hover;
import org.meterwright.workbench.text.language.TextPlace;

/** Says what a name means and what became of it in the COSEM model. Called on a background thread. */
public final class HoverText implements ITextHover {

	@Override
	public String getHoverInfo(ITextViewer viewer, IRegion region) {
		return hover(viewer, region.getOffset()).map(HoverText::html).orElse(null);
	}

	@Override
	public IRegion getHoverRegion(ITextViewer viewer, int offset) {
		return new Region(offset, 0);
	}

	private static Optional<Hover> hover(ITextViewer viewer, int offset) {
		return TextPlace.of(viewer.getDocument()).flatMap(place -> place.ask((session, name) -> session.hover(name, offset)));
	}

	private static String html(Hover hover) {
		StringBuilder text = new StringBuilder("<b>%s</b>".formatted(escaped(hover.title())));
		hover.lines().forEach(line -> text.append("<br>").append(escaped(line)));
		return text.toString();
	}

	/** Returns plain text for a window that shows markup. */
	static String escaped(String text) {
		return Markup.text(text).replace("\n", "<br>");
	}
}
