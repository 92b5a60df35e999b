// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.builder.DeviceBuilder;
import org.meterwright.cosem.builder.MeterBuilder;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Value;

/** What an old meter wrote into NVM, a new one reads after migration: written with the old tables, read with the new ones. */
class MigrationTest {
	@TempDir
	Path folder;

	private static Meter meter(String... attributes) {
		MeterBuilder meter = new MeterBuilder("m");
		InterfaceClass data = meter.interfaceClass("Data", 1, 0, c -> c.attribute(2, "value", "any", Dynamics.INSTANCE));
		DeviceBuilder device = meter.device("management", 1);
		for (int i = 0; i < attributes.length; i += 3) {
			DataType type = DataType.valueOf(attributes[i + 1]);
			Value value = Value.valueOf(attributes[i + 2]);
			device.object("value%s".formatted(attributes[i]), data, "0-0:96.1.%s*255".formatted(attributes[i]), o -> o.attribute(2, Storage.NVM, type, value));
		}
		return meter.build();
	}

	@Test
	void whatTheOldTablesWroteTheNewOnesRead() throws IOException {
		new Tool("gcc").require();
		Meter old = meter("1", "long", "100000", "2", "octet-string(0..8)", "0900", "3", "double-long", "0500000000", "4", "unsigned", "1100", "5",
				"array[0..4] of long", "0100", "6", "octet-string(6)", "0906000000000000", "7", "double-long", "0500000000", "8", "float32", "1700000000",
				"9", "bit-string(0..8)", "0400");
		Meter now = meter("0", "long-unsigned", "12004D", "1", "long64", "140000000000000001", "2", "octet-string(0..300)", "0900", "3", "long", "100005", "4",
				"unsigned", "1100", "5", "array[0..9] of long", "0100", "6", "octet-string(0..16)", "0900", "7", "unsigned", "1109", "8", "unsigned",
				"1103", "9", "bit-string(0..20)", "0400");
		new Build(folder.resolve("old"), old, "m").run("""
				#include "m.h"
				#include "m_memory.h"
				#include "meterwright.h"
				#include "mw_nvm.h"
				#include <stdio.h>
				static int put(uint16_t object, const uint8_t *value, uint32_t length) { return mw_store(&m_meter, object, 2U, value, length) != MW_SUCCESS; }
				int main(void)
				{
				    static const uint8_t n1[] = { 16, 0xFF, 0xFE }, n2[] = { 9, 3, 'a', 'b', 'c' }, n3[] = { 5, 0xFF, 0xFF, 0xFF, 0x00 }, n4[] = { 17, 200 };
				    static const uint8_t n5[] = { 1, 2, 16, 0, 7, 16, 0, 8 }, n6[] = { 9, 6, 1, 2, 3, 4, 5, 6 }, n7[] = { 5, 0, 0, 1, 0 }, n9[] = { 4, 5, 0xA8 };
				    mw_nvm_seal_t seal;
				    FILE *file = fopen("../nvm.bin", "wb");
				    m_restore_nvm();
				    if (put(0, n1, sizeof n1) || put(1, n2, sizeof n2) || put(2, n3, sizeof n3) || put(3, n4, sizeof n4) || put(4, n5, sizeof n5) || put(5, n6, sizeof n6)
				        || put(6, n7, sizeof n7) || put(8, n9, sizeof n9)) {
				        return 1;
				    }
				    seal = mw_nvm_seal(M_NVM_LAYOUT, (const uint8_t *)&m_nvm, (uint32_t)sizeof m_nvm);
				    fwrite(&seal, sizeof seal, 1, file);
				    fwrite(&m_nvm, sizeof m_nvm, 1, file);
				    return fclose(file);
				}
				""");
		Build build = new Build(folder.resolve("new"), now, FirmwareOptions.of("m").after(List.of(old)));
		String read = build.run("""
				#include "m.h"
				#include "m_memory.h"
				#include "meterwright.h"
				#include "migrate/m_migrate.h"
				#include <stdio.h>
				int main(void)
				{
				    static uint8_t before[4096];
				    uint8_t value[64];
				    mw_nvm_seal_t seal;
				    uint32_t lost = 0U;
				    FILE *file = fopen("../nvm.bin", "rb");
				    if ((fread(&seal, sizeof seal, 1, file) != 1) || (fread(before, seal.octets, 1, file) != 1)) {
				        return 1;
				    }
				    fclose(file);
				    if (mw_nvm_check(&seal, M_NVM_LAYOUT, before, sizeof before) != MW_NVM_OTHER || m_migrate(1U, before, seal.octets, &lost) != MW_NVM_OTHER
				        || m_migrate(seal.layout, before, seal.octets - 1U, &lost) != MW_NVM_DAMAGED || m_migrate(seal.layout, before, seal.octets, &lost) != MW_NVM_GOOD) {
				        return 2;
				    }
				    printf("lost %u\\n", (unsigned)lost);
				    for (uint16_t object = 0U; object < m_meter.objects; object++) {
				        const mw_request_t request = { object, 2U, 0U, 0U };
				        mw_cursor_t cursor;
				        uint32_t length = 0U;
				        mw_start(&cursor);
				        if (mw_read(&m_meter, &request, &cursor, value, sizeof value, &length) != MW_SUCCESS) {
				            return 3;
				        }
				        printf("%u:", (unsigned)object);
				        for (uint32_t i = 0U; i < length; i++) {
				            printf(" %02X", (unsigned)value[i]);
				        }
				        printf("\\n");
				    }
				    return 0;
				}
				""");
		assertEquals("""
				lost 1
				0: 12 00 4D
				1: 14 FF FF FF FF FF FF FF FE
				2: 09 03 61 62 63
				3: 10 FF 00
				4: 11 C8
				5: 01 02 10 00 07 10 00 08
				6: 09 06 01 02 03 04 05 06
				7: 11 09
				8: 11 03
				9: 04 05 A8
				""", read);
		String table = build.firmware().files().get("migrate/m_migrate.csv").content();
		assertTrue(table.contains(",new,value0 0-0:96.1.0*255.value,,long-unsigned\n"), table);
		assertTrue(table.contains(",moved,value4 0-0:96.1.4*255.value,unsigned,unsigned\n"), table);
		assertTrue(table.contains(",converted,value1 0-0:96.1.1*255.value,long,long64\n"), table);
		assertTrue(table.contains(",changed,value8 0-0:96.1.8*255.value,float32,unsigned\n"), table);
	}

	@Test
	void aMemberThatIsGoneIsSaidAndLeavesItsPlace() throws IOException {
		new Tool("gcc").require();
		Build build = new Build(folder, meter("2", "unsigned", "1105"), FirmwareOptions.of("m").after(List.of(meter("1", "unsigned", "1100"))));
		assertTrue(build.firmware().files().get("migrate/m_migrate.csv").content().contains(",gone,value1 0-0:96.1.1*255.value,unsigned,\n"));
		build.compileEach("gcc", Build.C_WARNINGS, List.of("migrate/m_migrate.c"));
	}
}
