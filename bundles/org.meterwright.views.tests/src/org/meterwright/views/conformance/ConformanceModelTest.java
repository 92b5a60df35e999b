// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.Workspace;
import org.meterwright.rules.conformance.ConformanceLine;
import org.meterwright.rules.conformance.Verdict;
import org.meterwright.views.Models;
import org.meterwright.views.conformance.ConformanceRow.Level;
import org.meterwright.views.edit.EditPlan;
import org.meterwright.views.edit.MissingEdits;

/** Requirements as a tree, and what is missing written into the text. */
class ConformanceModelTest {
	private static final String COMPANION = """
			namespace u
			import cosem.*
			companion u.meters {
			  role Operator faces wan "Operator"
			  index rate = 1..3
			  require importTotal: Register 1-0:1.8.0*255 { value: double-long-unsigned  scaler_unit = 10^0 Wh  clause "Rules 1" }
			  require energy[r in rate]: Register 1-0:1.8.{r}*255 { value: double-long-unsigned  scaler_unit = 10^0 Wh }
			  require dailyLog: ProfileGeneric 1-0:98.2.0*255 { profile_entries: double-long-unsigned range 31..62 }
			  allow serial: Data 0-0:96.1.0*255
			  usecase ReadLog 0x0010 "Read the daily log" for Operator { read dailyLog.buffer }
			  alert opened 0x8001 "Opened & closed" { mandated to Operator }
			  require total "The meter shows all energy" clause "Rules 2" by importTotal.value
			  require days "It keeps 31 days" clause "Rules 3" by dailyLog.profile_entries
			}
			""";
	private static final String METER = """
			namespace m
			import u.*
			meter M conforms u.meters {
			  device management at 1 named "ABC{serial}" {
			    total: Register 1-0:1.8.0*255 { value: double-long-unsigned in nvm  scaler_unit = 10^0 Wh }
			  }
			}
			""";

	private static CompiledMeter compile(String text) {
		Workspace workspace = new Workspace();
		workspace.put("u.cosem", COMPANION);
		workspace.put("m.cosem", text);
		Compilation compilation = workspace.compile();
		return Models.first(compilation);
	}

	private static ConformanceModel model(String text) {
		return ConformanceModel.of(compile(text), List.of());
	}

	private static ConformanceLine line(ConformanceModel model, String name) {
		return model.report().lines().stream().filter(line -> line.name().equals(name)).findFirst().orElseThrow(() -> new AssertionError(name));
	}

	private static List<String> names(List<ConformanceRow> rows, Level level) {
		return rows.stream().filter(row -> row.level() == level).map(ConformanceRow::name).toList();
	}

	@Test
	void requirementsStandUnderTheirKinds() {
		List<ConformanceRow> rows = model(METER).rows("", Shown.ALL, Set.of());
		assertEquals(List.of("Requirements (2)", "Use cases (1)", "Alerts (1)", "Objects (6)"), names(rows, Level.KIND));
		assertEquals(List.of("total", "days", "ReadLog", "opened", "importTotal", "energy[1]", "energy[2]", "energy[3]", "dailyLog", "serial"), names(rows, Level.REQUIREMENT));
		ConformanceRow total = rows.get(1);
		assertEquals(Verdict.MET, total.verdict().orElseThrow());
		assertEquals("m.cosem:5", total.where());
		assertEquals("Rules 2", total.clauses());
		assertEquals(METER.indexOf("total: Register"), total.place().orElseThrow().offset());
	}

	@Test
	void wordsAndVerdictsFilter() {
		ConformanceModel model = model(METER);
		assertEquals(List.of("days", "ReadLog", "opened", "energy[1]", "energy[2]", "energy[3]", "dailyLog"), names(model.rows("", Shown.MISSING, Set.of()), Level.REQUIREMENT));
		assertEquals(List.of("Requirements (1 of 2)", "Use cases (1)", "Objects (1 of 6)"), names(model.rows("daily LOG", Shown.MISSING, Set.of()), Level.KIND));
		assertEquals(List.of("total"), names(model.rows("SHOWS energy", Shown.ALL, Set.of()), Level.REQUIREMENT));
		assertEquals(List.of("serial"), names(model.rows("", Shown.NOT_USED, Set.of()), Level.REQUIREMENT));
	}

	@Test
	void whyStandsBelowARequirementThatIsOpened() {
		ConformanceModel model = model(METER);
		List<ConformanceRow> rows = model.rows("", Shown.ALL, Set.of("ALERT opened", "OBJECT"));
		assertTrue(rows.stream().anyMatch(row -> row.level() == Level.REASON && row.words().contains("opened") || row.words().contains("raises")), rows::toString);
		assertFalse(names(rows, Level.REQUIREMENT).contains("dailyLog"), "a kind that was closed");
	}

	@Test
	void aRequirementKnowsTheObjectsThatItLacks() {
		ConformanceModel model = model(METER);
		assertEquals(Set.of("dailyLog"), model.creatable(line(model, "days")));
		assertEquals(Set.of("dailyLog"), model.creatable(line(model, "ReadLog")));
		assertEquals(Set.of("energy"), model.creatable(line(model, "energy[2]")));
		assertEquals(Set.of(), model.creatable(line(model, "total")));
		assertEquals(Set.of("energy", "dailyLog", "opened", "Operator"), model.creatable());
	}

	@Test
	void aMissingObjectIsWrittenIntoTheMeterAndIsThereThen() {
		CompiledMeter meter = compile(METER);
		EditPlan plan = MissingEdits.plan(meter, name -> Models.only(name, "m.cosem", METER), Set.of("dailyLog"));
		assertEquals(List.of(), plan.refused());
		String after = Models.apply(METER, plan.edits().get("m.cosem"));
		assertEquals(METER.replace("import u.*\n", "import u.*\nimport cosem.*\n").replace("  }\n}\n",
				"  }\n  dailyLog: ProfileGeneric version 1 1-0:98.2.0*255 {\n    profile_entries: double-long-unsigned range 31..62\n    buffer: in nvm\n  }\n}\n"), after);
		ConformanceModel model = model(after);
		assertTrue(line(model, "dailyLog").verdict() != Verdict.MISSING, () -> line(model, "dailyLog").toString());
		assertEquals(Set.of("energy", "opened", "Operator"), model.creatable());
	}

	@Test
	void whatIsThereAlreadyIsNotWrittenAgain() {
		assertFalse(MissingEdits.plan(compile(METER), name -> Models.only(name, "m.cosem", METER), Set.of("importTotal")).isPossible());
	}

	@Test
	void everyObjectOfALibraryCompanionCanBeCreated() {
		String text = "namespace m\n\nmeter M conforms gbcs.v4.esme {\n  device management at 1 named \"ABC{serial}\" {\n  }\n}\n";
		CompiledMeter meter = Models.first(Models.text("m.cosem", text));
		Set<String> missing = ConformanceModel.of(meter, List.of()).creatable();
		EditPlan plan = MissingEdits.plan(meter, name -> Models.only(name, "m.cosem", text), missing);
		assertEquals(List.of(), plan.refused());
		CompiledMeter after = Models.first(Models.text("m.cosem", Models.apply(text, plan.edits().get("m.cosem"))));
		assertEquals(Set.of(), ConformanceModel.of(after, List.of()).creatable());
		assertTrue(missing.size() > 100, missing::toString);
	}

	@Test
	void theExampleAnswersWhatTheReportSays() {
		ConformanceModel model = ConformanceModel.of(Models.first(Models.example("prepayment-esme")), List.of());
		assertTrue(model.summary().contains("391 met"), model.summary());
		assertEquals(List.of(), model.rows("", Shown.MISSING, Set.of()));
	}
}
