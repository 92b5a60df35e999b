// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Display;
import org.meterwright.views.help.HelpPage;
import org.meterwright.views.help.HelpPage.Range;
import org.meterwright.workbench.text.colour.TextColours;

/** Shows a page: headings large, texts of the language in the colours of the editor, links as such. */
final class PagePainter {
	private static final int MARGIN = 18;
	private static final int AFTER_THEME_MS = 400;

	private final StyledText control;
	private final Runnable repaint = this::repaint;
	private final LocalResourceManager fonts;
	private Optional<HelpPage> shown = Optional.empty();

	PagePainter(StyledText control) {
		this.control = control;
		this.fonts = new LocalResourceManager(JFaceResources.getResources(), control);
		control.setMargins(MARGIN, MARGIN / 2, MARGIN, MARGIN);
		control.setLineSpacing(2);
		control.setWordWrap(true);
		IPropertyChangeListener themes = change -> later();
		JFaceResources.getColorRegistry().addListener(themes);
		control.addDisposeListener(event -> JFaceResources.getColorRegistry().removeListener(themes));
	}

	/** Shows the page again when another theme has all its colours. */
	private void later() {
		control.getDisplay().timerExec(AFTER_THEME_MS, repaint);
	}

	private void repaint() {
		if (!control.isDisposed()) {
			shown.ifPresent(this::show);
		}
	}

	/** While lines are wrapped, each style of a block would have the whole page laid out anew: so they are wrapped once, at the end. */
	void show(HelpPage page) {
		shown = Optional.of(page);
		control.setWordWrap(false);
		control.setText(page.text());
		List<StyleRange> styles = new ArrayList<>();
		for (Range range : page.ranges()) {
			if (range.kind() == HelpPage.Kind.CODE_BLOCK) {
				styles.addAll(code(page, range));
			} else if (range.length() > 0) {
				styles.add(style(range));
			}
		}
		control.setStyleRanges(styles.toArray(StyleRange[]::new));
		page.ranges().stream().filter(range -> range.kind() == HelpPage.Kind.CODE_BLOCK).forEach(this::shade);
		control.setWordWrap(true);
		control.setTopIndex(0);
	}

	private void shade(Range block) {
		int first = control.getLineAtOffset(block.offset());
		int last = control.getLineAtOffset(Math.max(block.offset(), block.offset() + block.length() - 1));
		control.setLineBackground(first, last - first + 1, mixed());
		control.setLineIndent(first, last - first + 1, MARGIN);
	}

	/** A little darker or lighter than the page, whatever the theme. */
	private Color mixed() {
		Color back = control.getBackground();
		int grey = (back.getRed() + back.getGreen() + back.getBlue()) / 3 > 128 ? -10 : 14;
		return new Color(clamp(back.getRed() + grey), clamp(back.getGreen() + grey), clamp(back.getBlue() + grey));
	}

	private static int clamp(int value) {
		return Math.clamp(value, 0, 255);
	}

	private List<StyleRange> code(HelpPage page, Range block) {
		String text = page.text().substring(block.offset(), block.offset() + block.length());
		List<StyleRange> styles = new ArrayList<>();
		int at = 0;
		for (StyleRange token : block.target().equals("cosem") ? TextColours.of(text) : new StyleRange[0]) {
			plain(styles, block.offset() + at, token.start - at);
			at = token.start + token.length;
			token.start += block.offset();
			token.font = JFaceResources.getTextFont();
			styles.add(token);
		}
		plain(styles, block.offset() + at, block.length() - at);
		return styles;
	}

	private static void plain(List<StyleRange> styles, int offset, int length) {
		if (length > 0) {
			StyleRange style = new StyleRange(offset, length, null, null);
			style.font = JFaceResources.getTextFont();
			styles.add(style);
		}
	}

	private StyleRange style(Range range) {
		StyleRange style = new StyleRange(range.offset(), range.length(), null, null);
		switch (range.kind()) {
			case HEADING_1 -> style.font = heading(2.0);
			case HEADING_2 -> style.font = heading(1.45);
			case HEADING_3 -> style.font = heading(1.15);
			case STRONG -> style.fontStyle = SWT.BOLD;
			case LINK -> link(style);
			default -> style.font = JFaceResources.getTextFont();
		}
		return style;
	}

	private static void link(StyleRange style) {
		style.foreground = JFaceColors.getHyperlinkText(Display.getCurrent()); // the theme's
		style.underline = true;
		style.underlineStyle = SWT.UNDERLINE_LINK;
	}

	private Font heading(double times) {
		int height = Math.max(8, control.getFont().getFontData()[0].getHeight());
		return fonts.create(FontDescriptor.createFrom(control.getFont()).setHeight((int) Math.round(height * times)).setStyle(SWT.BOLD));
	}
}
