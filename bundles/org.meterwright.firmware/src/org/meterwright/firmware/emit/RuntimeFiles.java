// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.meterwright.firmware.FirmwareOptions;
import org.meterwright.firmware.layout.Text;

/** The C access code that comes with the tables. */
final class RuntimeFiles {
	private static final List<String> ACCESS = List.of("meterwright.h", "mw_attribute.c", "mw_attribute.h", "mw_check.c", "mw_check.h", "mw_find.c", "mw_find.h", "mw_get.c", "mw_get.h", "mw_objects.c", "mw_objects.h", "mw_store.c", "mw_store.h", "mw_tables.h",
			"mw_trigger.c", "mw_trigger.h", "mw_value.c", "mw_value.h", "mw_writer.c", "mw_writer.h");
	private static final List<String> SERVER = List.of("mw_acse.c", "mw_aes.c", "mw_aes.h", "mw_blocks.c", "mw_blocks.h", "mw_gcm.c", "mw_gcm.h", "mw_port.h", "mw_reader.c", "mw_reader.h",
			"mw_security.c", "mw_serve_action.c", "mw_serve_get.c", "mw_serve_set.c", "mw_server.c", "mw_server.h", "mw_service.h", "mw_wrapper.c", "mw_wrapper.h", "mw_write.c", "mw_write.h");
	private static final List<String> SELF_TEST = List.of("mw_selftest.c", "mw_selftest.h", "mps2_an386.ld", "startup_mps2.c");

	private RuntimeFiles() {
	}

	static SortedMap<String, String> of(FirmwareOptions options) {
		SortedMap<String, String> files = new TreeMap<>();
		if (options.runtime()) {
			ACCESS.forEach(name -> files.put(Text.of("runtime/%s", name), read(Text.of("/runtime/%s", name))));
			SERVER.forEach(name -> files.put(Text.of("runtime/server/%s", name), read(Text.of("/runtime/server/%s", name))));
			files.put("runtime/host/mw_host.c", read("/runtime/host/mw_host.c"));
			if (options.selfTest()) {
				SELF_TEST.forEach(name -> files.put(Text.of("selftest/%s", name), read(Text.of("/runtime/selftest/%s", name))));
			}
		}
		return files;
	}

	private static String read(String resource) {
		try (InputStream in = RuntimeFiles.class.getResourceAsStream(resource)) {
			if (in == null) {
				throw new IllegalStateException(Text.of("the bundle lacks %s", resource));
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
