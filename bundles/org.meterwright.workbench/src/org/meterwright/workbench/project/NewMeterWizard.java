// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.project;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.ui.INewWizard;
import org.eclipse.xtext.parser.IParser;
import org.meterwright.views.starter.CompanionOffer;
import org.meterwright.views.starter.CompanionPlan;
import org.meterwright.views.starter.CompanionStarter;
import org.meterwright.views.starter.ExampleMeter;
import org.meterwright.views.starter.MeterPlan;
import org.meterwright.views.starter.MeterStarter;
import org.meterwright.views.starter.Part;
import org.meterwright.workbench.text.language.Language;

/** Makes a project for a meter, from a few choices, for a companion or from an example, and opens its text. */
public class NewMeterWizard extends ProjectWizard implements INewWizard {
	/** Id of the wizard. */
	public static final String ID = "org.meterwright.workbench.newMeter";

	private final BeginPage beginPage;
	private final MeasuringPage measuringPage = new MeasuringPage();
	private final ClientsPage clientsPage = new ClientsPage();
	private final CompanionPage companionPage = new CompanionPage();
	private final CompanionPartsPage partsPage = new CompanionPartsPage(() -> companionPlan(Set.of(), Set.of(), 15), this::offer);
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
		addPage(companionPage);
		addPage(partsPage);
		addPage(measuringPage);
		addPage(clientsPage);
		addPage(previewPage);
	}

	@Override
	public IWizardPage getNextPage(IWizardPage page) {
		if (page == beginPage) {
			return switch (beginPage.way()) {
				case EXAMPLE -> null;
				case COMPANION -> companionPage;
				case OWN -> measuringPage;
			};
		}
		return page == partsPage ? previewPage : super.getNextPage(page);
	}

	@Override
	public boolean canFinish() {
		return namePage().isPageComplete() && beginPage.isPageComplete() && switch (beginPage.way()) {
			case EXAMPLE -> true;
			case COMPANION -> companionPage.isPageComplete();
			case OWN -> measuringPage.isPageComplete();
		};
	}

	/** Takes down what was chosen, and returns what makes the text of it. */
	private Supplier<String> text() {
		IParser parser = Language.part(IParser.class);
		if (beginPage.way() == BeginPage.Way.COMPANION) {
			CompanionPlan plan = companionPlan(partsPage.optional(), partsPage.parts(), partsPage.minutes());
			return () -> new CompanionStarter(parser).text(plan);
		}
		MeterPlan plan = new MeterPlan(meterName(), measuringPage.manufacturer(), measuringPage.wiring(), measuringPage.rates(), clientsPage.partsWith(measuringPage.parts()));
		return () -> new MeterStarter(parser).text(plan);
	}

	private String meterName() {
		return MeterProjects.identifier(namePage().getProjectName());
	}

	private CompanionPlan companionPlan(Set<String> optional, Set<Part> parts, int minutes) {
		return new CompanionPlan(meterName(), companionPage.manufacturer(), companionPage.companion(), companionPage.wiring(), companionPage.switches(), optional, parts, minutes);
	}

	private CompanionOffer offer(CompanionPlan plan) {
		return new CompanionStarter(Language.part(IParser.class)).offer(plan);
	}

	@Override
	Work work(IProjectDescription description) {
		Optional<ExampleMeter> example = beginPage.example().map(this::named);
		return example.isPresent() ? monitor -> MeterProjects.create(description, example.get(), monitor) : ownWork(description);
	}

	private Work ownWork(IProjectDescription description) {
		Supplier<String> text = text();
		return monitor -> MeterProjects.create(description, text.get(), monitor);
	}

	private ExampleMeter named(ExampleMeter example) {
		return beginPage.rename() ? example.renamed(meterName(), beginPage.manufacturer()) : example;
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
