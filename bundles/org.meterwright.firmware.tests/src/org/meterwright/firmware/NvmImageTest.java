// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meterwright.cosem.Meter;

/** The image for the factory is what firmware makes of NVM when it restores first values; wrong octets are not stored. */
class NvmImageTest {
	private static final String PROGRAM = """
			#include "m.h"
			#include "m_memory.h"
			#include <stdio.h>
			extern const m_nvm_t m_nvm_image;
			int main(void)
			{
			    const uint8_t *made = (const uint8_t *)&m_nvm;
			    const uint8_t *image = (const uint8_t *)&m_nvm_image;
			    int differences = 0;
			    m_restore_ram();
			    m_restore_nvm();
			    for (size_t i = 0; i < sizeof m_nvm; i++) {
			        if (made[i] != image[i]) {
			            printf("octet %zu is %u, image %u\\n", i, made[i], image[i]);
			            differences++;
			        }
			    }
			    for (uint16_t i = 0; i < m_meter.firsts; i++) {
			        const mw_first_t *first = &m_meter.first[i];
			        const uint8_t *value = &m_meter.pool[(uint32_t)first->value << m_meter.pool_shift];
			        const uint32_t length = mw_axdr_length(value, MW_TRUSTED);
			        for (uint32_t cut = 0; cut < length; cut++) {
			            if (mw_store(&m_meter, first->object, first->attribute, value, cut) != MW_TYPE_UNMATCHED) {
			                printf("object %u takes %u of %u octets\\n", first->object, (unsigned)cut, (unsigned)length);
			                differences++;
			            }
			        }
			        if (mw_store(&m_meter, first->object, first->attribute, value, length) != MW_SUCCESS) {
			            printf("object %u refuses its value\\n", first->object);
			            differences++;
			        }
			    }
			    return differences != 0;
			}
			""";

	@TempDir
	Path folder;

	static Stream<Meter> meters() {
		return Stream.of(new SmallMeter().build(), RandomMeter.of(21, 100, 3));
	}

	@ParameterizedTest
	@MethodSource("meters")
	void imageIsWhatIsRestored(Meter meter) throws IOException {
		new Tool("gcc").require();
		Build build = new Build(folder, meter, "m");
		Files.writeString(folder.resolve("program.c"), PROGRAM);
		List<String> arguments = new ArrayList<>(List.of("-std=c99", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-I.", "-Iruntime"));
		arguments.addAll(build.sources(false));
		arguments.addAll(List.of("program.c", "-o", "program", "-lm"));
		build.succeed("gcc", arguments);
		Tool.Outcome outcome = new Tool(folder.resolve("program").toString()).run(folder, List.of());
		assertEquals(0, outcome.exit(), outcome.output());
	}
}
