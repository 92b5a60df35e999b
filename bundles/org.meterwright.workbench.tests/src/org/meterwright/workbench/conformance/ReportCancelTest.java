// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.rules.conformance.ConformanceReport;
import org.meterwright.views.conformance.ConformanceModel;
import org.meterwright.workbench.generate.CancelledMonitor;
import org.meterwright.workbench.project.MeterProjects;
import org.meterwright.workbench.project.MeterTemplate;
import org.meterwright.workbench.text.language.Languages;
import org.meterwright.workbench.virtual.PlayedResults;

/** The conformance report is cancelled at each place where it can be: no page is there, or the whole page. */
class ReportCancelTest {
	@TempDir
	private Path folder;

	@Test
	void cancellingLeavesNoPage() throws Exception {
		IFile main = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("reported"), MeterTemplate.PREPAYMENT, SubMonitor.convert(null));
		try {
			CompiledMeter meter = Languages.get().of(main).orElseThrow().compile().meters().getFirst();
			ConformanceReport report = ConformanceModel.of(meter, PlayedResults.of(meter)).report();
			for (int asked = 0; asked < 4; asked++) {
				IStatus result = new ReportJob(report, folder, Display.getCurrent(), words -> {
				}).run(new CancelledMonitor(asked));
				if (asked < 3) {
					assertEquals(IStatus.CANCEL, result.getSeverity());
					assertEquals(List.of(), written());
				} else {
					assertEquals(List.of("%s-conformance.html".formatted(report.meter())), written());
					assertTrue(Files.readString(folder.resolve(written().getFirst())).strip().endsWith("</html>"));
				}
			}
		} finally {
			main.getProject().delete(true, true, null);
		}
	}

	private List<String> written() throws Exception {
		try (Stream<Path> all = Files.list(folder)) {
			return all.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}
}
