// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.SampleMeter;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.builder.ClassBuilder;
import org.meterwright.cosem.builder.ObjectBuilder;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

class ModelIndexTest {
	private static final LogicalName ENERGY = LogicalName.valueOf("1-0:1.8.0*255");

	private final Meter meter = SampleMeter.build();
	private final ModelIndex index = new ModelIndex(meter);
	private final LogicalDevice device = meter.getDevices().getFirst();
	private final Association supplier = device.getAssociations().getFirst();

	@Test
	void objectsAreFoundByClassAndLogicalNameAndByName() {
		CosemObject total = index.object(device, 3, ENERGY).orElseThrow();
		assertEquals(Optional.of(total), index.object(device, "importTotal"));
		assertEquals(Optional.of(total), index.object(device, ENERGY));
		assertEquals(Optional.empty(), index.object(device, 4, ENERGY));
		assertEquals(List.of(total), index.objects(3));
		assertEquals(4, index.objects().count());
	}

	@Test
	void rightsAreThoseOfTheEntry() {
		CosemObject log = index.object(device, "log").orElseThrow();
		assertEquals(1, index.attributeMode(supplier, log, 2));
		assertEquals(0, index.attributeMode(supplier, log, 3));
		assertEquals(1, index.methodMode(supplier, log, 2));
		assertEquals(0, index.methodMode(supplier, log, 1));
		assertEquals(0, index.attributeMode(supplier, index.object(device, "supplyScripts").orElseThrow(), 2));
	}

	@Test
	void referencesInValuesLeadToTheirTargets() {
		CosemObject log = index.object(device, "log").orElseThrow();
		AttributeReference column = AttributeReference.listOf(CosemObjects.value(log, 3).orElseThrow()).getFirst();
		assertEquals(new AttributeReference(3, ENERGY, 2, 0), column);
		assertEquals("importTotal", index.target(log, column).orElseThrow().getName());
		assertEquals(Storage.NVM, index.targetAttribute(log, column).orElseThrow().getStorage());
		assertEquals(Optional.empty(), index.targetAttribute(log, new AttributeReference(3, ENERGY, 9)));
		assertTrue(new AttributeReference(0, ENERGY, 0).isEmpty());
	}

	@Test
	void whatIsNoReferenceIsNone() {
		assertEquals(Optional.empty(), AttributeReference.of(Values.nothing()));
		assertEquals(Optional.empty(), AttributeReference.of(Values.structure(Values.longUnsigned(3), Values.octets(1), Values.integer(2))));
		assertEquals(Optional.empty(), ScriptReference.of(Values.structure(Values.octets(1), Values.longUnsigned(2))));
		assertEquals(List.of(), Script.listOf(Values.array(Values.nothing())));
		AttributeReference reference = new AttributeReference(3, ENERGY, 2);
		assertEquals(Optional.of(reference), AttributeReference.of(reference.valueDefinition()));
	}

	@Test
	void scriptsAreReadAndWritten() {
		Value scripts = CosemObjects.value(index.object(device, "supplyScripts").orElseThrow(), 2).orElseThrow();
		Script script = Script.listOf(scripts).getFirst();
		assertEquals(51, script.id());
		assertEquals(new Script.Step(Script.EXECUTE, 3, ENERGY, 1, Values.integer(0)), script.steps().getFirst());
		assertEquals(scripts, Values.array(script.value()));
		ScriptReference reference = new ScriptReference(ENERGY, 51);
		assertEquals(Optional.of(reference), ScriptReference.of(reference.value()));
	}

	@Test
	void buildingFillsMandatoryAttributesAndRefusesOthers() {
		ClassBuilder type = new ClassBuilder("X", 9000, 0).attribute(2, "a", "unsigned", Dynamics.DYNAMIC)
				.attribute(3, "b", "choice { null-data, unsigned }", Dynamics.STATIC)
				.attribute(4, "c", "unsigned", Dynamics.STATIC).optional(4).defaultValue(3, Values.unsigned(5));
		ObjectBuilder builder = new ObjectBuilder("x", type.interfaceClass(), ENERGY);
		CosemObject object = builder.complete();
		assertEquals(List.of(1, 2, 3), object.getAttributes().stream().map(CosemObjects::index).toList());
		assertEquals(Storage.RAM, CosemObjects.attribute(object, "a").orElseThrow().getStorage());
		assertEquals(Optional.of(Values.unsigned(0)), CosemObjects.value(object, 2));
		assertEquals(Optional.of(Values.unsigned(5)), CosemObjects.value(object, 3));
		assertThrows(IllegalArgumentException.class, () -> builder.ram(7));
	}

	@Test
	void logicalNamesAndOriginsAreTexts() {
		assertEquals(ENERGY, LogicalName.valueOf("1.0.1.8.0.255"));
		assertEquals("1-0:1.8.0*255", ENERGY.toString());
		assertThrows(IllegalArgumentException.class, () -> LogicalName.valueOf("1-0:1.8.0*256"));
		assertThrows(IllegalArgumentException.class, () -> LogicalName.valueOf("1-0:1.8.0"));
		Origin origin = new Origin("a b:c.cosem", 3, 4, 5, "written");
		assertEquals(origin, Origin.valueOf(origin.toString()));
		assertThrows(IllegalArgumentException.class, () -> Origin.valueOf("x"));
	}
}
