// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.access.AccessRights;
import org.meterwright.cosem.builder.ModelOrder;
import org.meterwright.cosem.builder.ObjectBuilder;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Values;
import org.meterwright.exchange.compare.report.ComparePage;
import org.meterwright.exchange.compare.report.CompareText;

/** What is matched with what, who sees a change, and how reports tell it. */
class ComparisonTest {

	private static Comparison compare(Consumer<ComparedMeter> edit) {
		ComparedMeter before = new ComparedMeter();
		ComparedMeter after = new ComparedMeter();
		edit.accept(after);
		return Comparison.of(side("before", before, Comparison.Scope.ALL), side("after", after, Comparison.Scope.ALL));
	}

	private static Side side(String label, ComparedMeter meter, Comparison.Scope scope) {
		return new Side(label, meter.meter, scope, file -> file, new ModelWording(meter.meter));
	}

	private static Change only(Comparison comparison) {
		assertEquals(1, comparison.changes().size(), comparison.toString());
		return comparison.changes().getFirst();
	}

	@Test
	void anObjectThatMovesTakesItsContentAlong() {
		Comparison comparison = compare(m -> {
			m.object("mode").setLogicalName(LogicalName.valueOf("0-0:96.128.9*255"));
			m.attribute("mode", 1).setValue(Values.logicalName("0-0:96.128.9*255"));
			m.attribute("mode", 2).setMaximumLength(7);
			ModelOrder.sort(m.meter);
		});
		assertEquals(List.of(ChangeKind.LOGICAL_NAME, ChangeKind.LENGTH_SHORTER), comparison.changes().stream().map(Change::kind).toList());
		assertEquals("0-0:96.128.0*255 -> 0-0:96.128.9*255", comparison.changes().getFirst().difference());
	}

	@Test
	void anObjectIsTheSameWhateverTheTextCallsIt() {
		Change change = only(compare(m -> m.object("total").setName("energy")));
		assertEquals(ChangeKind.RENAMED, change.kind());
		assertEquals(Impact.TEXT, change.impact());
	}

	@Test
	void aProfileWithoutANameIsFoundByWhatItHolds() {
		ComparedMeter before = new ComparedMeter();
		ComparedMeter after = new ComparedMeter();
		before.object("profile").setName("");
		CosemObject moved = after.object("profile");
		moved.setName("");
		moved.setLogicalName(LogicalName.valueOf("1-0:99.2.0*255"));
		Comparison comparison = Comparison.of(side("before", before, Comparison.Scope.ALL), side("after", after, Comparison.Scope.ALL));
		assertTrue(comparison.changes().stream().anyMatch(change -> change.kind() == ChangeKind.LOGICAL_NAME), comparison.toString());
		assertFalse(comparison.changes().stream().anyMatch(change -> change.kind() == ChangeKind.OBJECT_REMOVED), comparison.toString());
	}

	@Test
	void whatNoClientSeesBreaksNobody() {
		Change removed = only(compare(m -> m.remove("hidden")));
		assertEquals(ChangeKind.OBJECT_REMOVED, removed.kind());
		assertEquals(Impact.INVISIBLE, removed.impact());
		assertEquals(Impact.INVISIBLE, only(compare(m -> m.attribute("hidden", 2).setValue(Values.unsigned(2)))).impact());
	}

	@Test
	void aScalerMattersWhereTheValueIsCapturedOrReadEvenIfItCannotBeRead() {
		Change change = only(compare(m -> m.attribute("power", 3).setValue(Values.structure(Values.integer(1), Values.enumerated(27)))));
		assertEquals(Impact.BREAKING, change.impact());
		assertEquals(List.of("supplier"), change.clients());
	}

	@Test
	void aScheduleThatNobodySeesIsFelt() {
		Change change = only(compare(m -> m.attribute("limit", 2).setValue(Values.array(Values.doubleLong(1)))));
		assertEquals(Impact.VISIBLE, change.impact());
		assertEquals(List.of(), change.clients());
	}

	@Test
	void wordsThatLeaveTheDifferenceOutGetOctets() {
		Change change = only(compare(m -> m.attribute("mode", 2).setValue(Values.array())));
		assertEquals(ChangeKind.FIRST_VALUE, change.kind());
		assertFalse(change.before().equals(change.after()), change.toString());
	}

	@Test
	void severalThingsThatHappenAlikeAreOneLine() {
		Comparison comparison = compare(m -> {
			for (int i = 1; i <= 5; i++) {
				m.addShown("fresh[%d]".formatted(i), "0-0:96.128.%d*255".formatted(20 + i));
			}
		});
		String text = CompareText.of(comparison);
		assertTrue(text.contains("- fresh[1..5] (Data 0-0:96.128.21*255 to Data 0-0:96.128.25*255)"), text);
		assertTrue(text.startsWith("before -> after: 5 visible but compatible\n"), text);
	}

	@Test
	void ofManyTheFirstAreNamedAndTheOthersCounted() {
		String text = CompareText.of(compare(m -> {
			for (int i = 1; i <= 5; i++) {
				m.addShown("rate[%d]".formatted(i), "0-0:96.128.%d*255".formatted(20 + i));
				m.addShown("x%d".formatted(i), "0-0:96.128.%d*255".formatted(40 + i));
			}
			m.addShown("last[1]", "0-0:96.128.60*255");
			m.addShown("last[2]", "0-0:96.128.61*255");
			m.addShown("last[3]", "0-0:96.128.62*255");
		}));
		assertTrue(text.contains("- rate[1..5], x1, x2, x3 and 5 more (Data 0-0:96.128.21*255 to Data 0-0:96.128.62*255)"), text);
	}

	@Test
	void movedTextIsToldAsSuch() {
		Comparison comparison = compare(m -> m.object("total").getOrigins().set(0, new Origin("m1.cosem", 70, 700, 5, "written")));
		assertEquals(ChangeKind.OTHER_PLACE, only(comparison).kind());
		assertTrue(CompareText.of(comparison).startsWith("before -> after: 1 only moved or renamed in the text\n"));
		assertFalse(comparison.has(Impact.INVISIBLE));
		assertTrue(comparison.has(Impact.TEXT));
	}

	@Test
	void fileNamesAreNotComparedWhereTheyMeanNothing() {
		ComparedMeter before = new ComparedMeter();
		ComparedMeter after = new ComparedMeter();
		after.object("total").getOrigins().set(0, new Origin("elsewhere.cosem", 70, 700, 5, "written"));
		assertEquals(List.of(), Comparison.of(Side.of("before", before.meter, new ModelWording(before.meter)), Side.of("after", after.meter, new ModelWording(after.meter))).changes());
	}

	@Test
	void anImportedObjectListTellsOfObjectsAndRightsAlone() {
		ComparedMeter text = new ComparedMeter();
		ComparedMeter real = new ComparedMeter();
		real.attribute("mode", 2).setStorage(Storage.RAM);
		real.supplier().setClientSap(77);
		real.remove("power");
		real.entry("total").setRights(AccessRights.of(real.entry("total").getRights().attributes(), List.of()));
		real.addShown("extra", "0-0:96.1.9*255");
		real.object("total").setName("x");
		text.addHidden("unlisted", "0-0:96.1.8*255");
		Comparison comparison = Comparison.of(side("text", text, Comparison.Scope.ALL), side("real", real, Comparison.Scope.OBJECT_LISTS));
		assertEquals(List.of(ChangeKind.OBJECT_REMOVED, ChangeKind.CALL_LOST, ChangeKind.OBJECT_ADDED), comparison.changes().stream().map(Change::kind).toList(), comparison.toString());
		assertEquals(Comparison.Scope.OBJECT_LISTS, comparison.scope());
	}

	@Test
	void anAssociationWithoutAListSaysNothing() {
		ComparedMeter text = new ComparedMeter();
		ComparedMeter real = new ComparedMeter();
		real.device().getAssociations().clear();
		assertEquals(List.of(), Comparison.of(side("text", text, Comparison.Scope.ALL), side("real", real, Comparison.Scope.OBJECT_LISTS)).changes());
	}

	@Test
	void aPageHoldsEverythingItselfAndEscapesWhatItShows() {
		Comparison comparison = compare(m -> m.object("total").setDocumentation("<script>alert(1)</script> & \"more\""));
		String page = ComparePage.of(List.of(comparison));
		assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;"), page);
		assertFalse(page.contains("<script") || page.contains("http:") || page.contains("https:") || page.contains("src="), page);
		assertTrue(page.contains("prefers-color-scheme: dark") && page.contains("@media print"), page);
	}

	@Test
	void twentyThousandObjectsAreMatchedByTheirKeys() {
		ComparedMeter before = large();
		ComparedMeter after = large();
		after.device().getObjects().removeIf(object -> object.getName().equals("n12345"));
		Change change = only(Comparison.of(side("before", before, Comparison.Scope.ALL), side("after", after, Comparison.Scope.ALL)));
		assertEquals(ChangeKind.OBJECT_REMOVED, change.kind());
		assertEquals("n12345", change.subject().name());
	}

	private static ComparedMeter large() {
		ComparedMeter m = new ComparedMeter();
		List<CosemObject> objects = new java.util.ArrayList<>();
		for (int i = 0; i < 20_000; i++) {
			objects.add(new ObjectBuilder("n%d".formatted(i), m.type(1, 0), new LogicalName(0, 1 + i / 65536, 200, i / 256, i % 256, 255)).rom(2, Values.longUnsigned(i)).object());
		}
		m.device().getObjects().addAll(objects);
		ModelOrder.sort(m.meter);
		return m;
	}
}
