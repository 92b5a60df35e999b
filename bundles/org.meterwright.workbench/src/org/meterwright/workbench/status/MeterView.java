// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.status;

import java.util.Optional;

import org.eclipse.core.resources.IProject;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.meterwright.rules.Finding;
import org.meterwright.workbench.generate.GenerateHistory;
import org.meterwright.workbench.generate.GenerateResult;
import org.meterwright.workbench.text.Icons;
import org.meterwright.workbench.text.language.MeterState;
import org.meterwright.workbench.text.language.MeterState.MemoryUse;
import org.meterwright.workbench.text.language.ProjectState;

/** Shows the meters of the project that the user works on: safe to generate or not, their size, and what they take of each memory. */
public final class MeterView extends ViewPart {
	/** Id of the view. */
	public static final String ID = "org.meterwright.workbench.meter";
	static final String BUNDLE = "org.meterwright.workbench";
	private static final int SPACE = 8;

	private ScrolledComposite scroll;
	private StatusFollower follower;
	private Optional<ProjectState> shown = Optional.empty();
	private Optional<GenerateResult> shownResult = Optional.empty();

	@Override
	public void createPartControl(Composite parent) {
		scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
		scroll.setExpandHorizontal(true);
		scroll.setExpandVertical(true);
		scroll.addListener(SWT.Resize, event -> fit());
		follower = StatusFollower.follow(getSite().getWorkbenchWindow(), scroll, this::show);
	}

	private void show(Optional<ProjectState> state) {
		Optional<GenerateResult> result = follower == null ? Optional.empty() : follower.project().flatMap(this::last);
		if (scroll.getContent() != null && state.equals(shown) && result.equals(shownResult)) {
			return;
		}
		shown = state;
		shownResult = result;
		if (scroll.getContent() != null) {
			scroll.getContent().dispose();
		}
		Composite page = new Composite(scroll, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(10, 8).spacing(8, 4).applyTo(page);
		state.ifPresentOrElse(known -> fill(page, known), () -> wide(page, "No meter project is open.\nFile > New > Meter Project makes one."));
		scroll.setContent(page);
		fit();
	}

	private Optional<GenerateResult> last(IProject project) {
		return GenerateHistory.last(project);
	}

	private void fit() {
		Control page = scroll.getContent();
		if (page != null) {
			scroll.setMinSize(page.computeSize(Math.max(1, scroll.getClientArea().width), SWT.DEFAULT));
			scroll.layout(true, true);
		}
	}

	private void fill(Composite page, ProjectState state) {
		title(page, Icons.get(BUNDLE, StatusWords.icon(state)), StatusWords.verdict(state), 0);
		wide(page, state.counts().words());
		state.meters().forEach(meter -> meter(page, meter));
		shownResult.ifPresent(result -> wide(page, words(result)));
	}

	private static String words(GenerateResult result) {
		return switch (result) {
			case GenerateResult.Done done -> "Generated: %s".formatted(done.sentence());
			case GenerateResult.Refused refused -> "Last time nothing was generated, because of errors.";
			case GenerateResult.Failed failed -> "Last time nothing was generated: %s".formatted(failed.sentence());
		};
	}

	private static void meter(Composite page, MeterState meter) {
		title(page, Icons.get("meter"), meter.label(), SPACE);
		wide(page, "%d objects, %d associations, %d logical device%s".formatted(meter.objects(), meter.associations(), meter.devices(), meter.devices() == 1 ? "" : "s"));
		for (MemoryUse use : meter.memory()) {
			memory(page, use);
		}
		if (meter.memory().isEmpty()) {
			wide(page, meter.obstacle().map(Finding::message).orElse("What it takes is computed when there are no errors."));
		}
	}

	private static void memory(Composite page, MemoryUse use) {
		Label name = new Label(page, SWT.NONE);
		name.setText(use.name());
		GridDataFactory.swtDefaults().indent(0, 4).applyTo(name);
		Composite right = new Composite(page, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(right);
		GridDataFactory.fillDefaults().grab(true, false).indent(0, 4).applyTo(right);
		Label text = new Label(right, SWT.NONE);
		text.setText(StatusWords.use(use));
		if (use.limit().isPresent()) {
			GridDataFactory.fillDefaults().grab(true, false).applyTo(new MemoryBar(right, use));
		}
	}

	private static void title(Composite page, Image image, String words, int space) {
		Composite row = new Composite(page, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 0).applyTo(row);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).indent(0, space).applyTo(row);
		new Label(row, SWT.NONE).setImage(image);
		Label label = new Label(row, SWT.WRAP);
		label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		label.setText(words);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(label);
	}

	private static void wide(Composite page, String words) {
		Label label = new Label(page, SWT.WRAP);
		label.setText(words);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(label);
	}

	/** Shows the state anew, such as when files were generated. */
	public void refresh() {
		follower.refresh();
	}

	@Override
	public void setFocus() {
		scroll.setFocus();
	}
}
