// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.code;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.value.Origin;
import org.meterwright.firmware.FirmwareException;
import org.meterwright.views.code.CodeFile;
import org.meterwright.views.code.CodeFile.State;
import org.meterwright.views.code.CodeModel;
import org.meterwright.workbench.Preferences;
import org.meterwright.workbench.text.WindowThread;
import org.meterwright.workbench.view.ModelView;
import org.meterwright.workbench.view.Subject;

/** Shows the C that generating would write, while it is typed for: the rows of the object at the cursor and what is new since the last generation. */
public final class CodeView extends ModelView<CodeView.Made> {
	/** Id of the view. */
	public static final String ID = "org.meterwright.workbench.code";

	/** What generating would give, or why it cannot. */
	record Made(Optional<CodeModel> model, String obstacle) {
	}

	private Table files;
	private MemoryTree memory;
	private CodeText code;
	private Label summary;
	private Optional<CodeModel> model = Optional.empty();
	private Optional<String> path = Optional.empty();
	private Optional<CosemObject> object = Optional.empty();

	@Override
	protected void createBody(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		CTabFolder tabs = new CTabFolder(sash, SWT.TOP | SWT.FLAT);
		files = createFiles(tabs);
		memory = new MemoryTree(tabs);
		tab(tabs, "Files", files);
		tab(tabs, "Memory", memory.control());
		tabs.setSelection(0);
		code = new CodeText(sash);
		sash.setWeights(42, 58);
		summary = new Label(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).indent(6, 2).hint(SWT.DEFAULT, 20).applyTo(summary);
	}

	private static void tab(CTabFolder tabs, String title, Control control) {
		CTabItem item = new CTabItem(tabs, SWT.NONE);
		item.setText(title);
		item.setControl(control);
	}

	private Table createFiles(Composite parent) {
		Table table = new Table(parent, SWT.FULL_SELECTION | SWT.SINGLE);
		table.setHeaderVisible(true);
		column(table, "File", 220);
		column(table, "Generate", 85);
		column(table, "Change", 110);
		table.addListener(SWT.Selection, event -> select(((TableItem) event.item).getText()));
		table.addListener(SWT.DefaultSelection, event -> compare());
		table.setToolTipText("A double click or Enter compares with what is on disk");
		return table;
	}

	private static void column(Table table, String title, int width) {
		TableColumn column = new TableColumn(table, SWT.NONE);
		column.setText(title);
		column.setWidth(width);
	}

	@Override
	protected Made make(Subject subject, IProgressMonitor monitor) {
		if (!subject.isSound()) {
			return new Made(Optional.empty(), "Nothing is generated while there are errors. The code below is that of the text before them.");
		}
		Path project = Path.of(subject.language().project().getLocation().toOSString()).resolve(Preferences.get().getString(Preferences.OUTPUT_FOLDER));
		Path folder = subject.compilation().meters().size() == 1 ? project : project.resolve(subject.label());
		try {
			return new Made(Optional.of(CodeModel.of(subject.meter(), folder)), "");
		} catch (FirmwareException e) {
			return new Made(Optional.empty(), "Tables cannot hold the meter: %s".formatted(e.getMessage()));
		}
	}

	@Override
	protected void show(Made made, Subject subject) {
		if (made.model().isEmpty()) {
			summary.setText(made.obstacle());
			return;
		}
		model = made.model();
		object = object.flatMap(before -> named(subject, before.getName()));
		fill(model.get());
		memory.show(model.get().memory(), subject.meter().model());
		path = path.filter(it -> model.get().file(it).isPresent()).or(() -> model.get().tables().map(CodeFile::path));
		path.ifPresent(this::select);
		long written = model.get().written();
		summary.setText(written == 0 ? "Generate would change nothing: all files are as on disk." : "Generate would write %d of %d files.".formatted(written, model.get().files().size()));
	}

	private static Optional<CosemObject> named(Subject subject, String name) {
		return subject.meter().model().getDevices().stream().flatMap(device -> device.getObjects().stream()).filter(it -> String.valueOf(name).equals(it.getName())).findFirst();
	}

	private void fill(CodeModel now) {
		files.setRedraw(false);
		files.removeAll();
		List<CodeFile> sorted = now.files().stream().sorted((one, other) -> Integer.compare(rank(one), rank(other))).toList();
		for (CodeFile file : sorted) {
			TableItem item = new TableItem(files, SWT.NONE);
			item.setText(new String[] { file.path(), switch (file.state()) {
				case NEW -> "create it";
				case CHANGED -> "change it";
				case SAME -> "leave it";
				case YOURS -> "keep yours";
			}, file.difference() });
			if (file.state() == State.SAME || file.state() == State.YOURS) {
				item.setForeground(code.quiet());
			}
		}
		files.setRedraw(true);
	}

	/** What changes comes first, then by path. */
	private static int rank(CodeFile file) {
		return file.state() == State.CHANGED || file.state() == State.NEW ? file.path().startsWith("runtime/") ? 1 : 0 : 2;
	}

	/** Shows a file. */
	public void select(String wanted) {
		model.flatMap(it -> it.file(wanted)).ifPresent(file -> {
			path = Optional.of(wanted);
			code.show(file, object.map(it -> CodeModel.linesOf(file.text(), it)).orElse(List.of()));
			for (int i = 0; i < files.getItemCount(); i++) {
				if (files.getItem(i).getText().equals(wanted)) {
					files.setSelection(i);
				}
			}
		});
	}

	private void compare() {
		model.flatMap(it -> path.flatMap(it::file)).ifPresent(file -> FileComparison.open(getSite().getPage(), file));
	}

	@Override
	protected void cursor(Subject subject, String file, int offset) {
		Optional<CosemObject> at = subject.meter().model().getDevices().stream().flatMap(device -> device.getObjects().stream())
				.filter(it -> it.getOrigins().stream().findFirst().filter(place -> covers(place, file, offset)).isPresent()).findFirst();
		if (at.isPresent() && !at.equals(object)) {
			object = at;
			model.ifPresent(now -> look(now, at.get()));
		}
	}

	/** Looks in the background for what is generated for an object, and shows it. */
	private void look(CodeModel now, CosemObject wanted) {
		Optional<CodeFile> current = path.flatMap(now::file);
		Job job = Job.createSystem("Look for %s in the generated code".formatted(wanted.getName()), monitor -> {
			Optional<CodeFile> best = current.filter(file -> !CodeModel.linesOf(file.text(), wanted).isEmpty()).or(() -> now.fileOf(wanted));
			WindowThread.later(() -> {
				if (!summary.isDisposed() && model.equals(Optional.of(now)) && object.equals(Optional.of(wanted))) {
					best.ifPresentOrElse(file -> select(file.path()), () -> path.ifPresent(this::select));
					summary.setText(best.map(file -> "%s: %d lines of %s".formatted(wanted.getName(), code.marked().size(), file.path()))
							.orElse("Nothing is generated for %s alone: it shares its rows with others.".formatted(wanted.getName())));
				}
			});
		});
		job.schedule();
	}

	private static boolean covers(Origin place, String file, int offset) {
		return offset >= place.offset() && offset <= place.offset() + place.length() && place.file().equals(file);
	}

	/** Returns the text that is shown. */
	public String text() {
		return code.text();
	}

	/** Returns the numbers of the lines that are marked as those of the object at the cursor. */
	public List<Integer> marked() {
		return code.marked();
	}

	/** Returns what stands below. */
	public String said() {
		return summary.getText();
	}

	@Override
	public void setFocus() {
		files.setFocus();
	}
}
