// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.objectlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.builder.ClassBuilder;
import org.meterwright.cosem.builder.ObjectBuilder;
import org.meterwright.cosem.value.LogicalName;

class ObjectNamesTest {
	private static final List<InterfaceClass> CLASSES = IntStream.of(1, 3, 7).mapToObj(id -> new ClassBuilder("Class%d".formatted(id), id, 0).interfaceClass()).toList();

	@ParameterizedTest
	@CsvSource({"0-0:1.0.0*255,clock", "0-1:1.0.0*255,clockChannel1", "0-0:42.0.0*255,logicalDeviceName", "0-0:96.1.3*255,deviceId3", "0-0:40.0.0*255,currentAssociation",
			"0-0:128.7.0*255,maker128_7_0", "1-0:1.8.0*255,activeImportEnergy", "1-0:1.8.3*255,activeImportEnergyRate3", "1-0:2.8.0*255,activeExportEnergy",
			"1-0:32.7.0*255,voltageL1", "1-0:52.7.0*255,voltageL2", "1-0:91.7.0*255,neutralCurrent", "1-0:1.6.0*255,activeImportPowerMaximum",
			"1-0:21.7.0*255,activeImportL1Power", "1-0:14.7.0*255,frequency", "1-0:99.1.0*255,electricityLoadProfile", "1-0:1.8.0*101,activeImportEnergyBilling101",
			"7-0:3.0.0*255,gas3_0_0", "128-0:5.0.0*255,medium128_5_0_0"})
	void namesSayWhatTheObjectIs(String logicalName, String name) {
		assertEquals(name, ObisNames.of(LogicalName.valueOf(logicalName)).plain());
	}

	@ParameterizedTest
	@CsvSource({"1-0:1.8.0*255,30", "1-0:3.8.1*255,32", "1-0:1.7.0*255,27", "1-0:9.7.0*255,28", "1-0:11.7.0*255,33", "1-0:72.7.0*255,35", "1-0:14.7.0*255,44",
			"1-0:13.7.0*255,255", "1-0:12.32.0*255,255", "1-0:12.33.0*255,7", "1-0:81.7.4*255,8", "0-0:96.8.0*255,255", "1-0:0.8.4*255,255"})
	void unitsFollowTheQuantity(String logicalName, int unit) {
		assertEquals(unit, ObisNames.unit(LogicalName.valueOf(logicalName)));
	}

	@Test
	void everyObjectGetsAnIdentifierOfItsOwn() {
		Random random = new Random(17);
		int[] likely = {0, 1, 2, 3, 4, 7, 8, 12, 40, 96, 99, 128, 133, 255};
		Set<String> identities = new HashSet<>();
		List<CosemObject> objects = IntStream.range(0, 5000).mapToObj(i -> object(random, likely)).filter(object -> identities.add(identity(object))).toList();
		ObjectNames.assign(objects);
		Set<String> names = new HashSet<>();
		for (CosemObject object : objects) {
			assertTrue(object.getName().matches("[A-Za-z][A-Za-z0-9_]*(\\[\\d+])?"), object.getName());
			assertTrue(names.add(object.getName()), object.getName());
		}
	}

	private static String identity(CosemObject object) {
		return "%s %s".formatted(object.getInterfaceClass().getName(), object.getLogicalName());
	}

	private static CosemObject object(Random random, int[] groups) {
		int[] name = random.ints(6, 0, groups.length).map(i -> groups[i]).toArray();
		LogicalName logicalName = new LogicalName(name[0] > 1 && random.nextInt(4) > 0 ? 1 : name[0], name[1], name[2], name[3], name[4], name[5]);
		return new ObjectBuilder("", CLASSES.get(random.nextInt(CLASSES.size())), logicalName).complete();
	}
}
