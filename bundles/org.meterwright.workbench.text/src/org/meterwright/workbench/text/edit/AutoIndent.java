// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.edit;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;

/**
 * Indents while typing, by two spaces as the formatter does: a new line keeps the indentation and goes one step further behind an open
 * brace, whose closing brace is written along when it is missing; a closing brace at the start of a line steps back; a comment goes on.
 */
public final class AutoIndent implements IAutoEditStrategy {
	private static final String STEP = "  ";

	@Override
	public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
		try {
			if (command.length == 0 && ("\n".equals(command.text) || "\r\n".equals(command.text))) {
				newLine(document, command);
			} else if (command.length == 0 && ("}".equals(command.text) || "]".equals(command.text))) {
				stepBack(document, command);
			} else if ("\t".equals(command.text)) {
				command.text = STEP;
			}
		} catch (BadLocationException e) {
			command.text = String.valueOf(command.text);
		}
	}

	private static void newLine(IDocument document, DocumentCommand command) throws BadLocationException {
		String before = lineBefore(document, command.offset);
		String indent = indent(before);
		String start = before.strip();
		if (start.startsWith("/*") && !start.contains("*/")) {
			command.text = "\n%s * ".formatted(indent);
		} else if (start.startsWith("*") && !start.contains("*/")) {
			command.text = "\n%s* ".formatted(indent);
		} else if (start.endsWith("{") || start.endsWith("[")) {
			open(document, command, indent, start.endsWith("{") ? "}" : "]");
		} else {
			command.text = "\n" + indent;
		}
	}

	private static void open(IDocument document, DocumentCommand command, String indent, String closing) throws BadLocationException {
		String inner = "\n%s%s".formatted(indent, STEP);
		String rest = lineBehind(document, command.offset).strip();
		boolean missing = rest.isEmpty() && isUnbalanced(document.get());
		if (rest.startsWith(closing) || missing) {
			command.text = "%s\n%s%s".formatted(inner, indent, missing ? closing : "");
			command.shiftsCaret = false;
			command.caretOffset = command.offset + inner.length();
		} else {
			command.text = inner;
		}
	}

	private static void stepBack(IDocument document, DocumentCommand command) throws BadLocationException {
		String before = lineBefore(document, command.offset);
		if (before.isBlank() && before.endsWith(STEP)) {
			command.offset -= STEP.length();
			command.length = STEP.length();
		}
	}

	/** Tells whether a text opens more brackets than it closes; those in comments and quotes count too, which only spares a help. */
	private static boolean isUnbalanced(String text) {
		long open = text.chars().filter(c -> c == '{' || c == '[').count();
		long closed = text.chars().filter(c -> c == '}' || c == ']').count();
		return open > closed;
	}

	private static String lineBefore(IDocument document, int offset) throws BadLocationException {
		IRegion line = document.getLineInformationOfOffset(offset);
		return document.get(line.getOffset(), offset - line.getOffset());
	}

	private static String lineBehind(IDocument document, int offset) throws BadLocationException {
		IRegion line = document.getLineInformationOfOffset(offset);
		return document.get(offset, line.getOffset() + line.getLength() - offset);
	}

	private static String indent(String line) {
		return line.substring(0, line.length() - line.stripLeading().length());
	}
}
