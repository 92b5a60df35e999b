// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.project;

import java.util.Optional;

import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.ui.INewWizard;
import org.eclipse.xtext.parser.IParser;
import org.meterwright.views.starter.ExampleMeter;
import org.meterwright.views.starter.MeterPlan;
import org.meterwright.views.starter.MeterStarter;
import org.meterwright.workbench.text.language.Language;

/** Makes a project for a meter, from a few choices or from an example, and opens its text. */
public class NewMeterWizard extends ProjectWizard implements INewWizard {
	/** Id of the wizard. */
	public static final String ID = "org.meterwright.workbench.newMeter";

	private final BeginPage beginPage;
	private final MeasuringPage measuringPage = new MeasuringPage();
	private final ClientsPage clientsPage = new ClientsPage();
	private final PreviewPage previewPage = new PreviewPage(this::text);

	/** Makes the wizard. */
	public NewMeterWizard() {
		this(true);
	}

	/** Makes the wizard with choices of one's own, or with examples alone. */
	NewMeterWizard(boolean choices) {
		super(choices ? "New Meter Project" : "New Project from an Example");
		beginPage = new BeginPage(choices);
	}

	@Override
	public void addPages() {
		addPage(namePage());
		addPage(beginPage);
		addPage(measuringPage);
		addPage(clientsPage);
		addPage(previewPage);
	}

	@Override
	public IWizardPage getNextPage(IWizardPage page) {
		return page == beginPage && beginPage.example().isPresent() ? null : super.getNextPage(page);
	}

	@Override
	public boolean canFinish() {
		return namePage().isPageComplete() && beginPage.isPageComplete() && (beginPage.example().isPresent() || measuringPage.isPageComplete());
	}

	/** Returns the text that the choices make. */
	private String text() {
		String name = MeterProjects.identifier(namePage().getProjectName());
		return new MeterStarter(Language.part(IParser.class))
				.text(new MeterPlan(name, measuringPage.manufacturer(), measuringPage.wiring(), measuringPage.rates(), clientsPage.partsWith(measuringPage.parts())));
	}

	@Override
	Work work(IProjectDescription description) {
		Optional<ExampleMeter> example = beginPage.example().map(this::named);
		return example.isPresent() ? monitor -> MeterProjects.create(description, example.get(), monitor) : ownWork(description);
	}

	private Work ownWork(IProjectDescription description) {
		String text = text();
		return monitor -> MeterProjects.create(description, text, monitor);
	}

	private ExampleMeter named(ExampleMeter example) {
		return beginPage.rename() ? example.renamed(MeterProjects.identifier(namePage().getProjectName()), beginPage.manufacturer()) : example;
	}

	/** A wizard that offers examples alone. */
	public static final class FromExample extends NewMeterWizard {
		/** Id of the wizard. */
		public static final String EXAMPLE_ID = "org.meterwright.workbench.newExample";

		/** Makes the wizard. */
		public FromExample() {
			super(false);
		}
	}
}
