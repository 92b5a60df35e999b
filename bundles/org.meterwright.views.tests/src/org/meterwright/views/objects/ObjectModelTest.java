// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.meterwright.dsl.Compilation;
import org.meterwright.views.Models;
import org.meterwright.views.objects.ObjectFilter.Findings;

/** The rows of the prepayment meter, as a designer filters, sorts and opens them. */
class ObjectModelTest {
	private static final ObjectModel MODEL = model(Models.example("prepayment-esme"));

	private static ObjectModel model(Compilation compilation) {
		return ObjectModel.of(Models.first(compilation), !compilation.isBlocked());
	}

	private static ObjectRow row(String name) {
		return MODEL.rows().stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
	}

	private static ObjectColumn column(String id) {
		return ObjectColumn.all(MODEL).stream().filter(column -> column.id().equals(id)).findFirst().orElseThrow();
	}

	@Test
	void everyObjectIsARow() {
		long objects = Models.first(Models.example("prepayment-esme")).model().getDevices().stream().mapToLong(device -> device.getObjects().size()).sum();
		assertEquals(objects, MODEL.rows().size());
		assertTrue(MODEL.attributes().indexOf("scaler_unit") < 10, MODEL.attributes().toString());
	}

	@Test
	void aRowSaysWhatADesignerAsksFirst() {
		ObjectRow rate = row("importRate[3]");
		assertEquals("importRate", rate.stem());
		assertEquals("Register", rate.className());
		assertEquals("1-0:1.8.3*255", rate.logicalName());
		assertTrue(rate.meaning().contains("import"), rate.meaning());
		assertEquals("Electricity", rate.area());
		assertTrue(rate.associations().contains("supplier"), rate.associations().toString());
		assertTrue(rate.flash() > 0 && rate.nvm() > 0);
		assertEquals("value in Wh (active energy)", rate.value("scaler_unit").orElse(""));
	}

	@Test
	void saysWhoCapturesAnObject() {
		assertEquals(List.of("billingLog", "billingChangeLog", "dailyReadLog"), row("activeImport").users());
		assertEquals(List.of(), row("wanAlertsSupplier").users());
	}

	@Test
	void filtersByWordsInAnyPartAndByValueGroups() {
		List<ObjectRow> rates = new ObjectFilter("register 1-0:1.8.x*255", "", "", "", Findings.ANY).of(MODEL.rows());
		assertTrue(rates.size() > 40, "%d".formatted(rates.size()));
		assertTrue(rates.stream().allMatch(row -> row.logicalName().startsWith("1-0:1.8.")));
		assertEquals(List.of("loadLimitPeriodNext"), names(new ObjectFilter("loadlimitperiod 300", "", "", "", Findings.ANY)));
		assertEquals(List.of(), names(new ObjectFilter("register nowhere", "", "", "", Findings.ANY)));
	}

	@Test
	void filtersByChoices() {
		assertTrue(new ObjectFilter("", "Limiter", "", "", Findings.ANY).of(MODEL.rows()).stream().allMatch(row -> row.className().equals("Limiter")));
		assertEquals(Set.of("clock", "deviceName", "serialNumber"), Set.copyOf(names(new ObjectFilter("", "", "", "publicClient", Findings.ANY)).stream()
				.filter(name -> !name.startsWith("currentAssociation")).toList()));
		assertEquals(MODEL.rows().size(), new ObjectFilter("", "", "", "", Findings.NONE).of(MODEL.rows()).size() + new ObjectFilter("", "", "", "", Findings.SOME).of(MODEL.rows()).size());
	}

	private static List<String> names(ObjectFilter filter) {
		return filter.of(MODEL.rows()).stream().map(ObjectRow::name).toList();
	}

	@Test
	void sortsNumbersInNamesBySize() {
		List<String> sorted = new ObjectFilter("importRate", "", "", "", Findings.ANY).of(MODEL.rows()).stream().filter(row -> row.stem().equals("importRate"))
				.sorted(column("name").order()).map(ObjectRow::name).toList();
		assertTrue(sorted.indexOf("importRate[10]") > sorted.indexOf("importRate[9]"), sorted.toString());
	}

	@Test
	void opensAreasObjectsAndTheirCaptureColumns() {
		List<ObjectLine> grouped = ObjectLines.of(MODEL.rows(), true, Set.of());
		assertEquals(ObjectLine.Kind.AREA, grouped.getFirst().kind());
		String key = grouped.stream().filter(line -> line.label().equals("billingLog")).findFirst().orElseThrow().key();
		List<ObjectLine> opened = ObjectLines.of(MODEL.rows(), true, Set.of(key, key + ".capture_objects"));
		ObjectLine first = opened.stream().filter(line -> line.kind() == ObjectLine.Kind.ELEMENT).findFirst().orElseThrow();
		assertEquals("[1]", first.label());
		assertTrue(first.value().startsWith("logTime.value"), first.value());
		assertFalse(ObjectLines.of(MODEL.rows(), true, Set.of("Electricity")).stream().anyMatch(line -> line.label().equals("activeImport")));
	}

	@Test
	void findingsStandOnTheirObject() {
		Compilation wrong = Models.text("wrong.cosem", """
				namespace wrong

				meter M {
				  device management at 1 named "MWR0000000000001" {
				    clock: Clock 0-0:1.0.0*255
				    energy: Register 1-0:1.8.0*255 {
				      scaler_unit = 10^0 Wo
				    }
				  }
				}
				""");
		ObjectModel model = model(wrong);
		ObjectRow energy = model.rows().stream().filter(row -> row.name().equals("energy")).findFirst().orElseThrow();
		assertTrue(energy.severity().isPresent());
		assertEquals(-1, energy.flash());
		assertEquals("wrong.cosem:6", ObjectColumn.all(model).stream().filter(column -> column.id().equals("origin")).findFirst().orElseThrow().text().apply(energy));
	}
}
