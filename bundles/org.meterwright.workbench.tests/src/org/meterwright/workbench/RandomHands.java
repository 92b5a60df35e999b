// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;

import org.eclipse.core.commands.Command;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.meterwright.workbench.objects.ObjectsView;

/** Does what nobody thought of: keys, clicks and commands in an order that a seed chooses, and says after which step something went wrong. */
final class RandomHands {
	private static final List<String> WORDS = List.of("x", "import", "total: register", "{", "}", "\"", "/*", "// noted", "value", "0-0:1.0.0*255", "grant read on ", "[", "\t", "\r", "9");
	private static final List<String> PASTED = List.of("x", "", "a\tb\r\n1-0:1.8.0*255\t3\n", "extend meter Nobody {\n}\n", "\u00e4\ud83d\ude00\n", "1-0:1.8.0.255;Register;3\n1-0:2.8.0.255;Register;3\n");
	private static final List<String> FILTERS = List.of("import", "", "class:3", "no such object", "1-0:*", "(", "\"", "[");
	private static final List<String> COMMANDS = List.of("org.meterwright.workbench.text.format", "org.meterwright.workbench.text.quickOutline", "org.meterwright.workbench.text.rename",
			"org.meterwright.workbench.generate", "org.meterwright.workbench.helpPages", "org.eclipse.ui.genericeditor.findReferences", "org.eclipse.ui.edit.selectAll",
			"org.eclipse.ui.edit.copy", "org.eclipse.ui.edit.cut", "org.eclipse.ui.edit.delete", "org.eclipse.ui.edit.text.delete.line", "org.eclipse.ui.edit.text.contentAssist.proposals");
	private static final List<Integer> KEYS = List.of(SWT.ARROW_DOWN, SWT.ARROW_UP, SWT.ARROW_LEFT, SWT.ARROW_RIGHT, SWT.PAGE_DOWN, SWT.PAGE_UP, SWT.HOME, SWT.END, SWT.F2, SWT.F3, (int) SWT.DEL,
			(int) SWT.CR, (int) SWT.TAB, (int) SWT.ESC, (int) SWT.BS);
	private static final List<Character> LETTERS = List.of('a', 'c', 'v', 'x', 'z', 'y', ' ', 'd');
	private static final int REMEMBERED = 6;
	private static final int ROUND = 15;
	private static final int REST_MS = 120;
	private static final int ANSWER_MS = 1_500;

	/** What hands do. */
	private interface Work {
		/** Does it, and says what it was. */
		String run() throws Exception;
	}

	private final long seed;
	private final Random random;
	private final List<IFile> texts;
	private final List<Work> works = new ArrayList<>();
	private final Deque<String> last = new ArrayDeque<>();
	private final Runnable answer = this::answer;

	/**
	 * Prepares hands.
	 *
	 * @param seed  what chooses
	 * @param texts texts to open
	 */
	RandomHands(long seed, List<IFile> texts) {
		this.seed = seed;
		this.texts = List.copyOf(texts);
		random = new Random(seed);
		often(8, this::type);
		often(5, this::key);
		often(4, this::click);
		often(4, this::back);
		often(4, () -> "show %s".formatted(show(any(MainWays.VIEWS))));
		often(3, this::command);
		often(3, this::edit);
		often(2, this::filter);
		often(2, this::paste);
		often(1, this::save);
		often(1, this::hide);
	}

	private void often(int weight, Work work) {
		for (int i = 0; i < weight; i++) {
			works.add(work);
		}
	}

	private <T> T any(List<T> things) {
		return things.get(random.nextInt(things.size()));
	}

	/** Does so many steps; fails at the first that goes wrong or leaves an error in the log. */
	void play(int steps) {
		for (int step = 1; step <= steps; step++) {
			try {
				step(step);
			} catch (Exception | AssertionError e) {
				throw new AssertionError("seed %d, step %d, after %s: %s".formatted(seed, step, last, e), e);
			}
			List<String> errors = QuietLog.errors();
			if (!errors.isEmpty()) {
				throw new AssertionError("seed %d, step %d, after %s: %s".formatted(seed, step, last, String.join("\n", errors)));
			}
		}
	}

	private void step(int step) throws Exception {
		if (step % ROUND == 1) {
			Ui.closePopups();
		}
		if (last.size() == REMEMBERED) {
			last.removeFirst();
		}
		last.add("begun");
		Display.getCurrent().timerExec(ANSWER_MS, answer);
		String done = any(works).run();
		last.removeLast();
		last.add(done);
		Ui.settle(REST_MS);
		Display.getCurrent().timerExec(-1, answer);
	}

	/** Closes what asks, and looks again: a step may ask more than once. */
	private void answer() {
		for (Shell shell : Display.getCurrent().getShells()) {
			if ((shell.getStyle() & (SWT.APPLICATION_MODAL | SWT.PRIMARY_MODAL | SWT.SYSTEM_MODAL)) != 0 && shell.isVisible()) {
				shell.close();
			}
		}
		Display.getCurrent().timerExec(ANSWER_MS, answer);
	}

	private String type() {
		String words = any(WORDS);
		if (random.nextInt(3) > 0 && Ui.page().getActivePart() instanceof ITextEditor editor) {
			IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
			editor.selectAndReveal(random.nextInt(document.getLength() + 1), 0);
			Ui.text(editor).setFocus();
		}
		Ui.typeBlindly(words);
		return "type %s".formatted(words.strip());
	}

	private String key() {
		if (random.nextInt(4) == 0) {
			char letter = any(LETTERS);
			Ui.stroke(SWT.CTRL, letter, letter);
			return "key Ctrl+%c".formatted(letter);
		}
		int key = any(KEYS);
		Ui.stroke(random.nextInt(5) == 0 ? SWT.SHIFT : 0, key, key < SWT.KEYCODE_BIT ? (char) key : '\0');
		return "key %d".formatted(key);
	}

	private String click() {
		List<Control> areas = areas(Ui.window().getShell());
		if (areas.isEmpty()) {
			return "click nothing";
		}
		Control area = any(areas);
		Point size = area.getSize();
		Ui.tap(area, random.nextInt(Math.max(1, size.x)), random.nextInt(Math.max(1, size.y)));
		return "click %s".formatted(area);
	}

	/** Returns what draws itself and can be seen: buttons open dialogs of the system, which nobody would close. */
	private static List<Control> areas(Composite within) {
		List<Control> areas = new ArrayList<>();
		Arrays.stream(within.getChildren()).filter(Control::isVisible).forEach(control -> {
			if (control instanceof Canvas) {
				areas.add(control);
			} else if (control instanceof Composite inner) {
				areas.addAll(areas(inner));
			}
		});
		return areas;
	}

	private String back() throws Exception {
		return execute(random.nextInt(3) == 0 ? "org.eclipse.ui.edit.redo" : "org.eclipse.ui.edit.undo");
	}

	private String command() throws Exception {
		return execute(any(COMMANDS));
	}

	private static String execute(String id) throws Exception {
		Command command = Ui.window().getService(ICommandService.class).getCommand(id);
		if (!command.isHandled() || !command.isEnabled()) {
			return "not now %s".formatted(id);
		}
		Ui.window().getService(IHandlerService.class).executeCommand(id, null);
		return id;
	}

	private static String show(String view) throws Exception {
		Ui.page().showView(view);
		return view;
	}

	private String edit() throws Exception {
		IFile text = any(texts);
		IEditorPart editor = IDE.openEditor(Ui.page(), text);
		editor.setFocus();
		return "edit %s".formatted(text.getName());
	}

	private String filter() throws Exception {
		String words = any(FILTERS);
		show(ObjectsView.ID);
		((ObjectsView) Ui.page().findView(ObjectsView.ID)).filter(words);
		return "filter %s".formatted(words);
	}

	private String paste() {
		String words = any(PASTED);
		Clipboard clipboard = new Clipboard(Display.getCurrent());
		if (words.isEmpty()) {
			clipboard.clearContents();
		} else {
			clipboard.setContents(new Object[] { words }, new Transfer[] { TextTransfer.getInstance() });
		}
		clipboard.dispose();
		Ui.stroke(SWT.CTRL, 'v', 'v');
		return "paste %s".formatted(words.strip());
	}

	private String save() {
		IEditorPart editor = Ui.page().getActiveEditor();
		if (editor != null) {
			Ui.page().saveEditor(editor, false);
		}
		return "save";
	}

	private String hide() {
		String view = any(MainWays.VIEWS);
		if (Ui.page().findView(view) != null) {
			Ui.page().hideView(Ui.page().findView(view));
		}
		return "hide %s".formatted(view);
	}
}
