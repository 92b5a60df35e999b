// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.query.ModelIndex;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.views.Models;
import org.meterwright.views.edit.EditPlan;
import org.meterwright.views.edit.RightsEdits;

/** The matrix of a small meter, what differs between its associations, and edits of it. */
class RightsModelTest {
	private static final String NAME = "rights.cosem";
	private static final String TEXT = """
			namespace rights

			meter M {
			  device management at 1 named "MWR0000000000001" {
			    clock: Clock 0-0:1.0.0*255 { time: in call clockTime }
			    energy: Register 1-0:1.8.0*255 {
			      value: double-long-unsigned in nvm
			      scaler_unit = 10^0 Wh
			    }
			    name: Data 0-0:96.1.0*255 { value: octet-string(8) in nvm }
			    association reader client 1 to management 0-0:40.0.1*255 {
			      context logical_name plain
			      mechanism lowest
			      conformance get, set
			      pdu 512
			      show clock, energy
			      grant read on clock.time, energy
			    }
			    association writer client 2 to management 0-0:40.0.2*255 {
			      context logical_name plain
			      mechanism low
			      secret in slot 1
			      conformance get, set, action
			      pdu 512
			      show clock, energy, name
			      grant read on clock, energy, name with authenticated request
			      grant write on name.value with authenticated request
			    }
			  }
			}
			""";
	private static final CompiledMeter METER = Models.first(Models.text(NAME, TEXT));
	private static final RightsModel MODEL = RightsModel.of(METER.model());

	private static RightsRow member(String object, String label) {
		return MODEL.objects().entrySet().stream().filter(entry -> entry.getKey().label().equals(object)).flatMap(entry -> entry.getValue().stream())
				.filter(row -> row.label().equals(label)).findFirst().orElseThrow();
	}

	@Test
	void cellsSayWhatAClientMayDo() {
		assertEquals(List.of("reader", "writer"), MODEL.associations().stream().map(each -> each.getName()).toList());
		assertEquals(new RightsCell(Level.READ_OPEN, "R", "read"), member("energy", "value").cells().getFirst());
		assertEquals("R a", member("energy", "value").cells().get(1).brief());
		assertEquals(Level.CHANGE_PROTECTED, member("name", "value").cells().get(1).level());
		assertEquals(RightsCell.HIDDEN, member("name", "value").cells().getFirst());
		assertEquals(Level.NO_ACCESS, member("energy", "reset()").cells().getFirst().level());
	}

	@Test
	void anObjectSumsItsMembersUp() {
		RightsRow energy = MODEL.objects().keySet().stream().filter(row -> row.label().equals("energy")).findFirst().orElseThrow();
		assertEquals("R3", energy.cells().getFirst().brief());
		assertEquals(Level.READ_OPEN, energy.cells().getFirst().level());
	}

	@Test
	void showsOnlyWhatTwoAssociationsMayNotDoAlike() {
		List<RightsRow> rows = MODEL.rows("name", 0, 1, Set.of(MODEL.objects().keySet().stream().filter(row -> row.label().equals("name")).findFirst().orElseThrow().key()));
		assertEquals(List.of("name", "logical_name", "value"), rows.stream().map(RightsRow::label).toList());
		assertEquals(List.of(), MODEL.rows("nothing of the kind", -1, -1, Set.of()));
		assertTrue(MODEL.rows("", 0, 0, Set.of()).size() >= 3);
	}

	private static EditPlan plan(String... changes) {
		List<RightsEdits.Change> all = List.of(changes).stream().map(each -> each.split(" ", 4)).map(parts -> {
			RightsRow row = member(parts[1], parts[2]);
			return new RightsEdits.Change(parts[0], row.object(), row.member(), row.index(), row.method(), parts[3]);
		}).toList();
		return RightsEdits.plan(new ModelIndex(METER.model()), name -> Models.only(name, NAME, TEXT), all);
	}

	private static String after(EditPlan plan) {
		assertEquals(List.of(), plan.refused());
		return Models.apply(TEXT, plan.edits().get(NAME));
	}

	@Test
	void newRightsAreLinesAtTheEnd() {
		assertEquals(TEXT.replace("grant read on clock.time, energy\n", "grant read on clock.time, energy\n      grant read, write on clock.time_zone\n"),
				after(plan("reader clock time_zone read, write")));
	}

	@Test
	void whatTheLastLineSaysIsAddedToIt() {
		assertEquals(TEXT.replace("grant read on clock.time, energy\n", "grant read on clock.time, energy, clock.status\n"), after(plan("reader clock status read")));
	}

	@Test
	void takenRightsAreDenied() {
		assertEquals(TEXT.replace("grant read on clock.time, energy\n", "grant read on clock.time, energy\n      deny read on energy.scaler_unit\n"),
				after(plan("reader energy scaler_unit no access")));
	}

	@Test
	void anObjectIsShownBeforeItGetsRights() {
		String changed = after(plan("reader name value read"));
		assertTrue(changed.contains("show clock, energy, name\n      grant read on clock.time, energy, name.value\n"), changed);
		assertEquals(Level.READ_OPEN, RightsModel.of(Models.first(Models.text(NAME, changed)).model()).objects().values().stream().flatMap(List::stream)
				.filter(row -> row.object().getName().equals("name") && row.label().equals("value")).findFirst().orElseThrow().cells().getFirst().level());
	}

	@Test
	void refusesWhatDoesNotFit() {
		assertEquals(List.of("value is an attribute: it can be read and written."), plan("reader energy value call").refused());
		assertEquals(List.of("reset is a method: it can be called."), plan("reader energy reset() read").refused());
		assertEquals(1, plan("reader energy value everything").refused().size());
	}
}
