// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meterwright.workbench.code.CodeView;
import org.meterwright.workbench.compare.CompareView;
import org.meterwright.workbench.conformance.ConformanceView;
import org.meterwright.workbench.flow.FlowView;
import org.meterwright.workbench.help.HelpView;
import org.meterwright.workbench.objects.ObjectsView;
import org.meterwright.workbench.project.MeterProjects;
import org.meterwright.workbench.project.MeterTemplate;
import org.meterwright.workbench.rights.RightsView;
import org.meterwright.workbench.status.MeterView;
import org.meterwright.workbench.text.language.Languages;
import org.meterwright.workbench.virtual.VirtualMeterView;

/** In the dark theme every view can be read: what is written stands out from what it is written on. */
@WindowTest
class DarkThemeTest {
	private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
	private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
	/** Least contrast, as the Web Content Accessibility Guidelines reckon it for large text and parts of controls. */
	private static final double LEAST = 3;
	private static final Map<String, String> VIEWS = Map.of("objects", ObjectsView.ID, "rights", RightsView.ID, "flow", FlowView.ID, "firmware", CodeView.ID, "conformance", ConformanceView.ID, "compare",
			CompareView.ID, "virtual", VirtualMeterView.ID, "meter", MeterView.ID, "help", HelpView.ID);
	private IFile main;

	@BeforeEach
	void begin() throws Exception {
		Ui.maximise();
		Ui.closePopups();
		main = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("dark"), MeterTemplate.PREPAYMENT, SubMonitor.convert(null));
		IDE.openEditor(Ui.page(), main.getProject().getFile("energy.cosem"));
		Ui.waitFor("the project to be checked", () -> Languages.get().of(main.getProject()).orElseThrow().state().current());
		theme(DARK);
	}

	@AfterEach
	void end() throws CoreException {
		theme(LIGHT);
		Ui.page().closeAllEditors(false);
		main.getProject().delete(true, true, null);
	}

	private static void theme(String id) {
		Ui.window().getService(IThemeEngine.class).setTheme(id, false);
		Ui.settle(1500);
	}

	@Test
	void everyViewCanBeRead() throws Exception {
		assertEquals(21, contrast(new Color(0, 0, 0), new Color(255, 255, 255)), 0.01);
		assertTrue(contrast(new Color(60, 60, 60), new Color(80, 80, 80)) < LEAST);
		List<String> unreadable = new ArrayList<>();
		for (Map.Entry<String, String> view : VIEWS.entrySet()) {
			Ui.page().showView(view.getValue());
			Ui.page().setPartState(Ui.page().findViewReference(view.getValue()), IWorkbenchPage.STATE_MAXIMIZED);
			Ui.settle(2500);
			check(view.getKey(), Ui.window().getShell(), unreadable);
			Ui.page().setPartState(Ui.page().findViewReference(view.getValue()), IWorkbenchPage.STATE_RESTORED);
		}
		Ui.settle(500);
		check("editor", Ui.window().getShell(), unreadable);
		assertEquals(List.of(), unreadable.stream().distinct().toList());
	}

	private static void check(String view, Composite area, List<String> unreadable) {
		for (Control control : area.getChildren()) {
			if (!control.isVisible() || control.getSize().x == 0) {
				continue;
			}
			colours(control).filter(pair -> contrast(pair.front(), pair.back()) < LEAST)
					.forEach(pair -> unreadable.add("%s: '%s' of a %s, %s on %s".formatted(view, pair.words(), control.getClass().getSimpleName(), pair.front(), pair.back())));
			if (control instanceof Composite inner) {
				check(view, inner, unreadable);
			}
		}
	}

	private record Written(String words, Color front, Color back) {
	}

	private static Stream<Written> colours(Control control) {
		return switch (control) {
			case StyledText text -> Stream.of(text.getStyleRanges()).filter(range -> range.foreground != null).map(range -> written(text, range));
			case Label label when !label.getText().isBlank() && label.isEnabled() -> Stream.of(new Written(label.getText(), label.getForeground(), label.getBackground()));
			case Text text when text.isEnabled() -> Stream.of(new Written(text.getText(), text.getForeground(), text.getBackground()));
			case Button button when button.isEnabled() -> Stream.of(new Written(button.getText(), button.getForeground(), button.getBackground()));
			case Table table -> Stream.of(table.getItems()).limit(200).map(item -> cell(item));
			case Tree tree -> Stream.of(tree.getItems()).limit(200).map(item -> cell(item));
			default -> Stream.empty();
		};
	}

	private static Written written(StyledText text, StyleRange range) {
		return new Written(text.getTextRange(range.start, Math.min(range.length, 20)), range.foreground, range.background == null ? text.getBackground() : range.background);
	}

	private static Written cell(TableItem item) {
		return new Written(item.getText(), item.getForeground(), item.getBackground());
	}

	private static Written cell(TreeItem item) {
		return new Written(item.getText(), item.getForeground(), item.getBackground());
	}

	private static double contrast(Color one, Color other) {
		double a = luminance(one);
		double b = luminance(other);
		return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
	}

	private static double luminance(Color colour) {
		return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
	}

	private static double linear(int part) {
		double share = part / 255.0;
		return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
	}
}
