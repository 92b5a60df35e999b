// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meterwright.workbench.project.MeterProjects;
import org.meterwright.workbench.project.MeterTemplate;
import org.meterwright.workbench.text.language.Languages;

/**
 * Random hands over an example, when {@code -Dmeterwright.hands=300} says how many steps they take; {@code -Dmeterwright.seed=1,2} says what chooses the
 * steps. There is no second attempt: what fails is worth a look.
 */
@EnabledIfSystemProperty(named = "meterwright.hands", matches = "\\d+")
@ExtendWith(QuietLog.class)
class RandomHandsTest {
	private IFile main;

	@BeforeEach
	void open() throws CoreException {
		Ui.maximise();
		Ui.closePopups();
		main = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("hands"), MeterTemplate.PREPAYMENT, SubMonitor.convert(null));
		IDE.openEditor(Ui.page(), main);
		waitForCheck();
	}

	@AfterEach
	void delete() throws CoreException {
		Ui.closePopups();
		Ui.page().closeAllEditors(false);
		Ui.page().resetPerspective();
		main.getProject().delete(true, true, null);
	}

	private void waitForCheck() {
		Ui.waitFor("the project to be checked", () -> Languages.get().of(main.getProject()).orElseThrow().state().current());
	}

	static LongStream seeds() {
		return Stream.of(System.getProperty("meterwright.seed", "1").split(",")).mapToLong(Long::parseLong);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void leaveNoErrors(long seed) {
		new RandomHands(seed, List.of(main, main.getProject().getFile("energy.cosem"))).play(Integer.getInteger("meterwright.hands"));
		waitForCheck();
	}
}
