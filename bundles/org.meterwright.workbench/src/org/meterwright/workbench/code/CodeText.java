// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.code;

import java.util.List;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.meterwright.views.code.CodeFile;
import org.meterwright.workbench.table.TableColours;

/** Shows generated text: lines that are new since the last generation are green, those of the object at the cursor blue. */
final class CodeText {
	private static final int ABOVE = 4;

	private final StyledText text;
	private List<Integer> marked = List.of();
	private String path = "";

	CodeText(Composite parent) {
		text = new StyledText(parent, SWT.READ_ONLY | SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
		text.setFont(JFaceResources.getTextFont());
		text.setMargins(6, 4, 4, 4);
		text.setTabs(4);
	}

	void show(CodeFile file, List<Integer> lines) {
		TableColours colours = TableColours.of(text);
		int top = path.equals(file.path()) ? text.getTopIndex() : 0;
		boolean moved = !lines.equals(marked) || !path.equals(file.path());
		path = file.path();
		marked = lines;
		text.setRedraw(false);
		text.setText(file.text());
		Color fresh = colours.choose(0xDDF3E2, 0x1F4030);
		Color own = colours.choose(0xCFE3FA, 0x23466E);
		if (file.state() == CodeFile.State.CHANGED) {
			file.added().stream().filter(line -> line < text.getLineCount()).forEach(line -> text.setLineBackground(line, 1, fresh));
		}
		marked.stream().filter(line -> line < text.getLineCount()).forEach(line -> text.setLineBackground(line, 1, own));
		text.setTopIndex(moved && !marked.isEmpty() ? Math.max(0, marked.getFirst() - ABOVE) : top);
		text.setRedraw(true);
	}

	Color quiet() {
		return TableColours.of(text).quiet();
	}

	String text() {
		return text.getText();
	}

	List<Integer> marked() {
		return marked;
	}
}
