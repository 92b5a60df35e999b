// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meterwright.workbench.project.MeterProjects;
import org.meterwright.workbench.project.MeterTemplate;
import org.meterwright.workbench.text.language.Languages;

/** Whoever has no mouse reaches everything: what is in a tool bar is in a menu too, every command has a key or an entry, and Tab comes to every control. */
@WindowTest
class KeyboardTest {
	private static final String OWN = "org.meterwright.workbench";
	private static final int MOST_TABS = 80;

	private IFile file;

	@BeforeEach
	void open() throws CoreException {
		Ui.maximise();
		Ui.closePopups();
		file = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("keys"), MeterTemplate.SMALL, SubMonitor.convert(null));
		IDE.openEditor(Ui.page(), file);
		Ui.waitFor("the project to be checked", () -> Languages.get().of(file.getProject()).orElseThrow().state().current());
	}

	@AfterEach
	void delete() throws CoreException {
		Ui.page().closeAllEditors(false);
		Ui.page().resetPerspective();
		file.getProject().delete(true, true, null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "meter", "objects", "rights", "flow", "code", "compare", "conformance", "virtual", "help", "steps", "text.referencesView" })
	void whatTheToolBarDoesTheMenuDoes(String view) throws Exception {
		IViewPart part = Ui.open("%s.%s".formatted(OWN, view), IViewPart.class);
		IViewSite site = part.getViewSite();
		Set<String> menu = new HashSet<>();
		boolean choice = false;
		for (IContributionItem item : site.getActionBars().getMenuManager().getItems()) {
			if (item instanceof ActionContributionItem action) {
				menu.add(action.getAction().getText());
			}
			choice |= item instanceof MenuManager inner && inner.getMenuText().equals("Meter or Variant");
		}
		for (IContributionItem item : site.getActionBars().getToolBarManager().getItems()) {
			if (item instanceof ActionContributionItem action) {
				assertTrue(menu.contains(action.getAction().getText()), () -> "only the tool bar has %s; the menu has %s".formatted(action.getAction().getText(), menu));
			} else if (!item.isSeparator()) {
				assertTrue(choice, () -> "only the tool bar has %s".formatted(item));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "objects", "rights", "flow", "code", "compare", "conformance", "virtual", "help", "steps" })
	void tabComesToEveryControl(String view) throws Exception {
		IViewPart part = Ui.open("%s.%s".formatted(OWN, view), IViewPart.class);
		Ui.page().setPartState(Ui.page().getReference(part), IWorkbenchPage.STATE_MAXIMIZED);
		Ui.settle(1_500);
		part.setFocus();
		Control begin = Display.getCurrent().getFocusControl();
		Composite area = begin.getParent();
		while (area.getParent() != null && !(area.getParent() instanceof CTabFolder && area.getParent().getParent() != null && isOutermost(area.getParent()))) {
			area = area.getParent();
		}
		Set<Control> met = new HashSet<>();
		Control now = begin;
		for (int i = 0; i < MOST_TABS && now != null; i++) {
			met.add(now);
			now.traverse(SWT.TRAVERSE_TAB_NEXT);
			Ui.settle(20);
			now = Display.getCurrent().getFocusControl();
		}
		List<String> missed = new ArrayList<>();
		controls(area, missed, met);
		assertEquals(List.of(), missed, () -> "met %s".formatted(met));
	}

	/** The folder that holds views, not one inside a view. */
	private static boolean isOutermost(Composite folder) {
		for (Composite each = folder.getParent(); each != null; each = each.getParent()) {
			if (each instanceof CTabFolder) {
				return false;
			}
		}
		return true;
	}

	private static void controls(Composite area, List<String> missed, Set<Control> met) {
		for (Control control : area.getChildren()) {
			boolean wanted = control instanceof Button || control instanceof Text || control instanceof Combo || control instanceof NatTable;
			if (wanted && control.isVisible() && control.isEnabled() && control.getSize().x > 0 && !met.contains(control) && !sameGroup(control, met)) {
				missed.add("%s %s".formatted(control, control.getToolTipText()));
			}
			if (control instanceof Composite inner && !(control instanceof Combo)) {
				controls(inner, missed, met);
			}
		}
	}

	/** Of radio buttons one is met, the arrows go to the others. */
	private static boolean sameGroup(Control control, Set<Control> met) {
		return (control.getStyle() & SWT.RADIO) != 0 && met.stream().anyMatch(each -> each.getParent() == control.getParent());
	}

	@Test
	void everyCommandHasAKeyOrAnEntry() {
		Set<String> entries = new HashSet<>();
		for (IConfigurationElement menu : Platform.getExtensionRegistry().getConfigurationElementsFor("org.eclipse.ui.menus")) {
			entries(menu, entries);
		}
		IBindingService keys = Ui.window().getService(IBindingService.class);
		List<String> hidden = new ArrayList<>();
		for (IConfigurationElement command : Platform.getExtensionRegistry().getConfigurationElementsFor("org.eclipse.ui.commands")) {
			String id = String.valueOf(command.getAttribute("id"));
			if (command.getName().equals("command") && id.startsWith(OWN) && keys.getActiveBindingsFor(id).length == 0 && !entries.contains(id)) {
				hidden.add(id);
			}
		}
		assertEquals(List.of(), hidden);
		assertFalse(entries.isEmpty());
	}

	private static void entries(IConfigurationElement element, Set<String> entries) {
		if (element.getName().equals("command")) {
			entries.add(String.valueOf(element.getAttribute("commandId")));
		}
		boolean toolBar = element.getName().equals("toolbar") || String.valueOf(element.getAttribute("locationURI")).startsWith("toolbar:");
		if (!toolBar) {
			Arrays.stream(element.getChildren()).forEach(child -> entries(child, entries));
		}
	}

	@Test
	void keysOpenMenusAndGoFromPartToPart() {
		IBindingService keys = Ui.window().getService(IBindingService.class);
		for (String command : List.of("org.eclipse.ui.window.showViewMenu", "org.eclipse.ui.window.nextView", "org.eclipse.ui.window.nextEditor",
				"org.eclipse.ui.window.activateEditor", "org.eclipse.ui.window.quickAccess")) {
			assertTrue(keys.getActiveBindingsFor(command).length > 0, command);
		}
		Ui.page().activate(Ui.page().getActiveEditor());
		Ui.press(SWT.CTRL, SWT.ALT, '1', '1');
		Ui.waitFor("the objects", () -> Ui.page().getActivePart().getSite().getId().equals("%s.objects".formatted(OWN)));
		Ui.press(0, SWT.F12, '\0');
		Ui.waitFor("the editor", () -> Ui.page().getActivePart() == Ui.page().getActiveEditor());
	}
}
