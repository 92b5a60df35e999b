// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.link;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.ide.session.EditingSession;
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
		target.or(() -> place.askPatiently((session, name) -> declared(session, name, word))).ifPresent(found -> TextEditors.open(place.language(), found));
	}

	/** Finds the declared name, as far as the declaration has the name that is asked about; else the declaration. */
	static Optional<Origin> declared(EditingSession session, String name, IRegion word) {
		Optional<String> text = session.services().text(name);
		int end = word.getOffset() + word.getLength();
		if (text.isEmpty() || end > text.get().length()) {
			return session.definition(name, word.getOffset());
		}
		Pattern wanted = Pattern.compile("\\b%s\\b".formatted(Pattern.quote(text.get().substring(word.getOffset(), end))));
		return session.definition(name, word.getOffset()).map(found -> narrowed(found, session.services().text(found.file()), wanted));
	}

	private static Origin narrowed(Origin found, Optional<String> text, Pattern name) {
		int end = found.offset() + found.length();
		Optional<Matcher> matcher = text.filter(it -> end <= it.length()).map(it -> name.matcher(it).region(found.offset(), end)).filter(Matcher::find);
		return matcher.map(it -> new Origin(found.file(), found.line(), it.start(), it.end() - it.start(), found.kind())).orElse(found);
	}
}
