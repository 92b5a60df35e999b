// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.flow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.actions.ActionFactory;
import org.meterwright.cosem.value.Origin;
import org.meterwright.views.flow.FlowGraph;
import org.meterwright.views.flow.FlowLayout;
import org.meterwright.views.flow.FlowNode;
import org.meterwright.views.flow.FlowReader;
import org.meterwright.views.flow.FlowSvg;
import org.meterwright.views.flow.LaidFlow;
import org.meterwright.workbench.text.WindowThread;
import org.meterwright.workbench.view.ModelView;
import org.meterwright.workbench.view.Subject;

/** Draws what happens after what: events and times, logs, scripts, push set-ups, Alerts and who gets them. Broken chains are red and say why. */
public final class FlowView extends ModelView<FlowView.Drawing> {
	/** Id of the view. */
	public static final String ID = "org.meterwright.workbench.flow";

	/** What is drawn, and how much there is in all. */
	record Drawing(LaidFlow laid, int all, long broken) {
	}

	private Text words;
	private Button broken;
	private Label count;
	private FlowCanvas canvas;
	private Label detail;
	private volatile String wanted = "";
	private volatile boolean onlyBroken;
	private boolean fitted;

	@Override
	protected void createBody(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		Composite bar = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		GridLayoutFactory.fillDefaults().numColumns(3).margins(4, 3).spacing(6, 0).applyTo(bar);
		words = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		words.setMessage("event, log, push, Alert, code");
		words.setToolTipText("What has all these words, what leads there and what follows");
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(words);
		words.addListener(SWT.Modify, event -> choose());
		broken = new Button(bar, SWT.CHECK);
		broken.setText("Broken chains only");
		broken.addListener(SWT.Selection, event -> choose());
		count = new Label(bar, SWT.NONE);
		GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).hint(190, SWT.DEFAULT).applyTo(count);
		canvas = new FlowCanvas(parent);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas);
		canvas.onSelection(this::selected);
		canvas.addListener(SWT.MouseDoubleClick, event -> canvas.selected().flatMap(FlowNode::place).ifPresent(this::open));
		canvas.addListener(SWT.DefaultSelection, event -> canvas.selected().flatMap(FlowNode::place).ifPresent(this::open));
		detail = new Label(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).indent(6, 2).hint(SWT.DEFAULT, 20).applyTo(detail);
		detail.setText("A click shows the text, Enter goes there. Arrows walk, Ctrl and the wheel or + and - zoom, 0 shows all of the width.");
	}

	private void choose() {
		wanted = words.getText();
		onlyBroken = broken.getSelection();
		fitted = false;
		remake();
	}

	@Override
	protected void contribute() {
		IToolBarManager tools = getViewSite().getActionBars().getToolBarManager();
		tools.add(action("Zoom In", "zoomin", () -> canvas.zoomIn()));
		tools.add(action("Zoom Out", "zoomout", () -> canvas.zoomOut()));
		tools.add(action("Show All", "zoomfit", () -> canvas.fit()));
		tools.add(action("Export as SVG...", "export", this::export));
		getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.FIND.getId(), action("Find", "zoomin", () -> words.setFocus()));
	}

	private static Action action(String text, String icon, Runnable work) {
		Action action = new Action(text) {
			@Override
			public void run() {
				work.run();
			}
		};
		action.setToolTipText(text);
		ResourceLocator.imageDescriptorFromBundle("org.meterwright.workbench", "icons/%s.svg".formatted(icon)).ifPresent(action::setImageDescriptor);
		return action;
	}

	@Override
	protected Drawing make(Subject subject, IProgressMonitor monitor) {
		FlowGraph all = FlowReader.of(subject.meter());
		stopIfCancelled(monitor);
		FlowGraph chosen = onlyBroken ? all.broken() : all;
		FlowGraph asked = wanted.isBlank() ? chosen : chosen.about(wanted);
		return new Drawing(FlowLayout.of(asked), all.nodes().size(), all.nodes().stream().filter(FlowNode::isBroken).count());
	}

	@Override
	protected void show(Drawing made, Subject subject) {
		canvas.show(made.laid());
		if (!fitted) {
			fitted = true;
			canvas.fit();
		}
		int shown = made.laid().boxes().size();
		count.setText("%s, %s".formatted(shown == made.all() ? "%d boxes".formatted(shown) : "%d of %d boxes".formatted(shown, made.all()),
				made.broken() == 0 ? "none broken" : "%d broken".formatted(made.broken())));
		if (shown == 0) {
			detail.setText(made.all() == 0 ? "The meter has no events, reactions, push set-ups or Alerts yet." : onlyBroken ? "No chain is broken." : "Nothing has these words.");
		}
	}

	private void selected(FlowNode node) {
		detail.setText(FlowWords.of(node));
		node.place().filter(place -> !place.file().isEmpty()).ifPresent(this::reveal);
	}

	@Override
	protected void cursor(Subject subject, String file, int offset) {
		canvas.flow().boxes().stream().map(LaidFlow.Box::node).filter(node -> node.place().filter(place -> covers(place, file, offset)).isPresent()).findFirst()
				.ifPresent(node -> canvas.select(node.key(), false));
	}

	private static boolean covers(Origin place, String file, int offset) {
		return offset >= place.offset() && offset <= place.offset() + place.length() && place.file().equals(file);
	}

	private void export() {
		FileDialog dialog = new FileDialog(getSite().getShell(), SWT.SAVE);
		dialog.setFilterExtensions(new String[] { "*.svg" });
		dialog.setFileName("%s-flow.svg".formatted(shown().map(Subject::label).orElse("meter")));
		dialog.setOverwrite(true);
		Optional.ofNullable(dialog.open()).map(Path::of).ifPresent(this::export);
	}

	/** Writes the drawing into a file, in the background. */
	public void export(Path file) {
		LaidFlow flow = canvas.flow();
		Job.create("Write %s".formatted(file.getFileName()), monitor -> {
			String said = write(flow, file);
			WindowThread.later(() -> {
				if (!detail.isDisposed()) {
					detail.setText(said);
				}
			});
		}).schedule();
	}

	private static String write(LaidFlow flow, Path file) {
		try {
			Files.writeString(file, FlowSvg.of(flow), StandardCharsets.UTF_8);
			return "Written: %s".formatted(file);
		} catch (IOException e) {
			return "%s cannot be written: %s".formatted(file, e.getMessage());
		}
	}

	/** Returns what is drawn. */
	public LaidFlow flow() {
		return canvas.flow();
	}

	/** Returns what stands below the drawing. */
	public String said() {
		return detail.getText();
	}

	/** Draws only what has to do with some words. */
	public void about(String text) {
		words.setText(text);
	}

	/** Returns where a node is seen on the display; nothing: it is not drawn. */
	public Optional<Point> place(String key) {
		return canvas.place(key).map(canvas::toDisplay);
	}

	@Override
	public void setFocus() {
		canvas.setFocus();
	}
}
