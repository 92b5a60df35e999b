// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.views.Models;
import org.meterwright.views.edit.ValueEdits.Change;

/** New values in the table are small edits of the text. */
class ValueEditsTest {
	private static final String NAME = "small.cosem";
	private static final String TEXT = """
			namespace small

			meter M {
			  device management at 1 named "MWR0000000000001" {
			    index rate = 1..3
			    clock: Clock 0-0:1.0.0*255 {
			      time: in call clockTime
			      time_zone = 0 min in nvm // Greenwich
			    }
			    energy: Register 1-0:1.8.0*255 {
			      value: double-long-unsigned in nvm
			      scaler_unit = 10^0 Wh
			    }
			    rates[r in rate]: Register 1-0:1.8.{r}*255 like energy
			    bare: Data 0-0:96.1.0*255
			    brief: Data 0-0:96.1.1*255 { value: octet-string(2) in nvm }
			    open: SingleActionSchedule 0-0:15.0.0*255 { type = 1 }
			  }
			}
			""";
	private static final CompiledMeter METER = Models.first(Models.text(NAME, TEXT));

	private static EditPlan plan(String... changes) {
		List<Change> all = List.of(changes).stream().map(each -> each.split(" ", 3)).map(parts -> new Change(Models.object(METER, parts[0]), parts[1], parts[2])).toList();
		return ValueEdits.plan(name -> Models.only(name, NAME, TEXT), all);
	}

	private static String after(EditPlan plan) {
		assertEquals(List.of(), plan.refused());
		return Models.apply(TEXT, plan.edits().get(NAME));
	}

	@Test
	void changesAValueAndLeavesTheRestOfTheLine() {
		assertEquals(TEXT.replace("time_zone = 0 min", "time_zone = 60 min"), after(plan("clock time_zone 60 min")));
	}

	@Test
	void givesAFirstValueToALineWithoutOne() {
		assertEquals(TEXT.replace("double-long-unsigned in nvm", "double-long-unsigned = 7 in nvm"), after(plan("energy value 7")));
		assertEquals(TEXT.replace("octet-string(2) in nvm", "octet-string(2) = \"ab\" in nvm"), after(plan("brief value \"ab\"")));
	}

	@Test
	void writesALineWhereThereIsNone() {
		assertEquals(TEXT.replace("// Greenwich\n", "// Greenwich\n      clock_base = crystal\n"), after(plan("clock clock_base crystal")));
		assertEquals(TEXT.replace("0-0:96.1.0*255\n", "0-0:96.1.0*255 { value = \"x\" }\n"), after(plan("bare value \"x\"")));
	}

	@Test
	void opensABlockThatStandsOnOneLine() {
		String wanted = """
				    open: SingleActionSchedule 0-0:15.0.0*255 {
				      type = 1
				      executed_script = { script_logical_name: 0-0:10.0.1*255, script_selector: 1 }
				    }
				""";
		String changed = after(plan("open executed_script { script_logical_name: 0-0:10.0.1*255, script_selector: 1 }"));
		assertTrue(changed.contains(wanted), changed);
	}

	@Test
	void severalLinesOfOneObjectComeTogether() {
		String changed = after(plan("bare value 5", "clock time_zone 1 min", "energy scaler_unit 10^3 Wh"));
		assertTrue(changed.contains("time_zone = 1 min in nvm") && changed.contains("scaler_unit = 10^3 Wh") && changed.contains("*255 { value = 5 }"), changed);
	}

	@Test
	void whatAFamilyIsLikeIsWrittenIntoTheFamily() {
		EditPlan plan = plan("rates[1] scaler_unit 10^3 Wh", "rates[2] scaler_unit 10^3 Wh", "rates[3] scaler_unit 10^3 Wh");
		assertEquals(TEXT.replace("like energy", "like energy { scaler_unit = 10^3 Wh }"), after(plan));
	}

	@Test
	void membersOfAFamilyCannotGetDifferentValuesInOnePlace() {
		EditPlan plan = plan("rates[1] scaler_unit 10^3 Wh", "rates[2] scaler_unit 10^6 Wh");
		assertFalse(plan.isPossible());
		assertEquals(List.of("rates[1] and rates[2] are written in the same place: they cannot get different values here."), plan.refused());
	}

	@Test
	void saysWhatElseChanges() {
		assertEquals(List.of(), plan("clock time_zone 5 min").also());
		assertTrue(plan("energy scaler_unit 10^3 Wh").also().containsAll(List.of()));
	}

	@Test
	void refusesWhatIsNoValue() {
		assertEquals(List.of("That is no value of the language: nothing was changed."), plan("energy scaler_unit 10^3 Wh }").refused());
		assertEquals(1, plan("energy scaler_unit  ").refused().size());
	}

	@Test
	void changesALogicalName() {
		assertEquals(TEXT.replace("bare: Data 0-0:96.1.0*255", "bare: Data 0-0:96.1.9*255"), after(plan("bare logical_name 0-0:96.1.9*255")));
	}

	@Test
	void givesTheTextOfAValueToEdit() {
		assertEquals("0 min", ValueEdits.source(name -> Models.only(name, NAME, TEXT), Models.object(METER, "clock"), "time_zone"));
		assertEquals("1-0:1.8.{r}*255", ValueEdits.source(name -> Models.only(name, NAME, TEXT), Models.object(METER, "rates[2]"), "logical_name"));
		assertEquals("", ValueEdits.source(name -> Models.only(name, NAME, TEXT), Models.object(METER, "bare"), "value"));
	}
}
