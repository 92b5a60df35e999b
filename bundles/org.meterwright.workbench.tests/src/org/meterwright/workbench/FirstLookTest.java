// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meterwright.workbench.code.CodeView;
import org.meterwright.workbench.help.HelpView;
import org.meterwright.workbench.project.MeterProjects;
import org.meterwright.workbench.project.MeterTemplate;
import org.meterwright.workbench.text.language.Languages;
import org.meterwright.workbench.welcome.StepsView;
import org.meterwright.workbench.welcome.WelcomeHandler;
import org.meterwright.workbench.welcome.WelcomePage;

/** What somebody sees who is new: welcome page, first steps, help, status line, preferences, product. */
@WindowTest
class FirstLookTest {
	@BeforeEach
	void begin() {
		Ui.maximise();
		Ui.closePopups();
	}

	@AfterEach
	void end() throws Exception {
		Preferences.get().setToDefault(Preferences.STEPS);
		Ui.page().closeAllEditors(false);
		for (String id : List.of(HelpView.ID, StepsView.ID)) {
			Ui.page().hideView(Ui.page().findView(id));
		}
		for (var project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
			project.delete(true, true, null);
		}
	}

	private static void follow(String words) {
		Link link = (Link) Ui.find(Ui.window().getShell(), control -> control instanceof Link it && it.getText().contains(">%s<".formatted(words))).orElseThrow();
		link.notifyListeners(SWT.Selection, new Event());
		Ui.settle(500);
	}

	@Test
	void theWelcomePageLeadsToTheFirstStepsAndTheHelp() throws Exception {
		WelcomeHandler.open(Ui.page());
		IEditorPart page = Ui.page().getActiveEditor();
		assertEquals(WelcomePage.ID, page.getSite().getId());
		Ui.picture("workbench-welcome");
		follow("The first fifteen minutes");
		assertNotNull(Ui.page().findView(StepsView.ID));
		follow("Rules");
		HelpView help = (HelpView) Ui.page().findView(HelpView.ID);
		assertTrue(help.text().contains("MW-PUSH-012"));
		WelcomeHandler.open(Ui.page());
		assertEquals(1, Ui.page().getEditorReferences().length);
	}

	@Test
	void aStepThatWasDoneIsTickedAndStaysSo() throws Exception {
		StepsView steps = (StepsView) Ui.page().showView(StepsView.ID);
		Ui.button(shell(), "Show Objects");
		assertTrue(tick("5  See the meter as a table").getSelection());
		Ui.page().hideView(steps);
		Ui.page().showView(StepsView.ID);
		Ui.settle(300);
		assertTrue(tick("5  See the meter as a table").getSelection());
	}

	private static Button tick(String words) {
		return (Button) Ui.find(shell(), control -> control instanceof Button it && it.getText().equals(words)).orElseThrow();
	}

	private static Composite shell() {
		return Ui.window().getShell();
	}

	@Test
	void theHelpFindsWordsAndShowsAPage() throws Exception {
		HelpView help = (HelpView) Ui.page().showView(HelpView.ID);
		assertTrue(help.listed().size() > 25, help.listed().toString());
		help.search("selective access");
		Ui.waitFor("what was found", () -> !help.listed().isEmpty() && help.listed().stream().allMatch(line -> line.toLowerCase(Locale.ROOT).contains("selective access")));
		help.search("");
		help.open("language/objects.md");
		Ui.waitFor("the page", () -> help.text().startsWith("Objects"));
		Ui.picture("workbench-help");
	}

	@Test
	void partsOfTheStatusLineOpenTheirPlaces() throws Exception {
		IFile file = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("status"), MeterTemplate.SMALL, SubMonitor.convert(null));
		IDE.openEditor(Ui.page(), file);
		Ui.waitFor("what the meter takes", () -> label("Flash ").isPresent());
		assertTrue(label("Safe to generate").isPresent() && label("RAM ").isPresent() && label("NVM ").isPresent());
		assertTrue(label("Flash ").orElseThrow().getParent().getSize().y >= label("Flash ").orElseThrow().getSize().y, "the line is too low for its words");
		Ui.click(label("Flash ").orElseThrow(), 5, 5);
		assertEquals(CodeView.ID, Ui.page().getActivePart().getSite().getId());
		file.setContents("namespace x meter M {".getBytes(StandardCharsets.UTF_8), true, false, null);
		Ui.waitFor("the errors", () -> label("1 error").or(() -> label("2 errors")).isPresent() || !Languages.get().of(file.getProject()).orElseThrow().state().isSafe() && errors().isPresent());
		Ui.click(errors().orElseThrow(), 5, 5);
		assertEquals(IPageLayout.ID_PROBLEM_VIEW, Ui.page().getActivePart().getSite().getId());
	}

	private static Optional<Control> label(String words) {
		return Ui.find(shell(), control -> control instanceof CLabel it && it.getText() != null && it.getText().startsWith(words));
	}

	private static Optional<Control> errors() {
		return Ui.find(shell(), control -> control instanceof CLabel it && it.getText() != null && it.getText().matches("\\d+ errors?.*"));
	}

	@Test
	void severitiesAndToolsCanBeSet() throws Exception {
		PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(Ui.window().getShell(), "org.meterwright.workbench.severities", null, null);
		dialog.setBlockOnOpen(false);
		dialog.open();
		Ui.waitFor("the rules", () -> Ui.find(dialog.getShell(), control -> control instanceof Table table && table.getItemCount() > 50).isPresent());
		Ui.picture("workbench-severities");
		dialog.close();
	}

	@Test
	void theProductHasAFaceAndAName() {
		var product = Platform.getProduct();
		assertEquals("Meterwright", product.getName());
		assertTrue(product.getProperty("aboutText").contains("Eclipse Public License"));
		assertTrue(Ui.window().getShell().getImages().length > 0 || Ui.window().getShell().getImage() != null);
	}
}
