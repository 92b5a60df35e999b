// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.meterwright.firmware.FirmwareOptions;
import org.meterwright.firmware.GeneratedFile;
import org.meterwright.firmware.golden.Opening;
import org.meterwright.firmware.layout.BehaviourRoom;
import org.meterwright.firmware.layout.ProfileRow;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Text;

/** The C access code that comes with the tables. */
final class RuntimeFiles {
	private static final List<String> ACCESS = List.of("meterwright.h", "mw_attribute.c", "mw_attribute.h", "mw_check.c", "mw_check.h", "mw_features.h", "mw_find.c", "mw_find.h", "mw_get.c", "mw_get.h", "mw_native.h", "mw_objects.c", "mw_objects.h", "mw_profile.c", "mw_profile.h", "mw_select.c", "mw_setter.c", "mw_setter.h", "mw_store.c", "mw_store.h", "mw_tables.h",
			"mw_trigger.c", "mw_trigger.h", "mw_value.c", "mw_value.h", "mw_writer.c", "mw_writer.h");
	private static final List<String> UPDATE = List.of("mw_loader.c", "mw_loader.h", "mw_loader_check.h", "mw_loader_objects.c", "mw_loader_rest.c", "mw_log.c", "mw_log.h", "mw_nvm.c", "mw_nvm.h");
	private static final List<String> SERVER = List.of("mw_acse.c", "mw_aes_decrypt.c", "mw_calendar.c", "mw_calendar.h", "mw_daylight.c", "mw_daylight.h", "mw_demand.c", "mw_demand.h", "mw_edit.c", "mw_edit.h", "mw_image.c", "mw_image.h", "mw_keys.c", "mw_keys.h", "mw_limit.c", "mw_limit.h", "mw_look.c", "mw_look.h", "mw_method.c", "mw_method.h", "mw_pay.c", "mw_payment.c", "mw_payment.h", "mw_payment_parts.h",
			"mw_push.c", "mw_push.h", "mw_range.c", "mw_range.h", "mw_schedule.c", "mw_schedule.h", "mw_tariff.c", "mw_tariff.h", "mw_tick.c", "mw_tick.h", "mw_time.c", "mw_time.h", "mw_unwrap.c", "mw_unwrap.h", "mw_watch.c", "mw_watch.h", "mw_work.c", "mw_work.h", "mw_aes.c", "mw_aes.h", "mw_exchange.c", "mw_exchange.h", "mw_gcm.c", "mw_gcm.h", "mw_hdlc.c", "mw_hdlc.h", "mw_notify.c", "mw_notify.h", "mw_port.h", "mw_port_absent.h", "mw_reader.c", "mw_reader.h", "mw_run.c", "mw_run.h",
			"mw_security.c", "mw_serve_action.c", "mw_serve_get.c", "mw_serve_set.c", "mw_server.c", "mw_server.h", "mw_service.h", "mw_wrapper.c", "mw_wrapper.h", "mw_write.c", "mw_write.h");
	private static final List<String> HOST = List.of("mw_host.c", "mw_host.h", "mw_host_commands.c", "mw_host_deliver.c", "mw_host_keep.c", "mw_host_port.c", "mw_host_time.c");
	private static final List<String> SELF_TEST = List.of("mw_golden_selftest.c", "mw_golden_selftest.h", "mw_selftest.c", "mw_selftest.h", "mps2_an386.ld", "startup_mps2.c", "vectors/mw_vectors.c");
	private static final List<String> APDUS = List.of("README.md", "mw_apdus.c", "mw_apdus.h", "mw_apdus_hls.c", "mw_apdus_meter.h", "mw_apdus_server.c");

	/** What was read: the same for every meter. */
	private static final Map<String, GeneratedFile> READ = new ConcurrentHashMap<>();

	private RuntimeFiles() {
	}

	static SortedMap<String, GeneratedFile> of(FirmwareOptions options, TableLayout layout) {
		SortedMap<String, GeneratedFile> files = new TreeMap<>();
		if (options.runtime()) {
			put(files, ACCESS, "runtime/", "/runtime/");
			put(files, UPDATE, "runtime/", "/runtime/");
			files.put("runtime/mw_config.h", GeneratedFile.of(config(layout), false));
			put(files, SERVER, "runtime/server/", "/runtime/server/");
			put(files, HOST, "runtime/host/", "/runtime/host/");
			if (options.selfTest()) {
				put(files, SELF_TEST, "selftest/", "/runtime/selftest/");
			}
			if (options.selfTest() && !Opening.of(layout).isEmpty()) {
				put(files, APDUS, "selftest/apdus/", "/runtime/selftest/apdus/");
			}
		}
		return files;
	}

	private static void put(SortedMap<String, GeneratedFile> files, List<String> names, String folder, String resources) {
		names.forEach(name -> files.put(folder.concat(name), read(resources.concat(name))));
	}

	/** Says how much room the access code needs for this meter. */
	private static String config(TableLayout layout) {
		int row = layout.profiles().stream().mapToInt(ProfileRow::row).max().orElse(4);
		int value = layout.profiles().stream().mapToInt(ProfileRow::value).max().orElse(4);
		BehaviourRoom room = BehaviourRoom.of(layout);
		return SourceText.ofC("Room that the access code needs", layout.meter().getName()).open("MW_CONFIG_H").line("/* Octets of the longest row of a profile, and of the longest value that one captures. */")
				.line("#define MW_ROW   %dU", row).line("#define MW_VALUE %dU", value + 2).line()
				.line("/* What watches values, Demand registers, the periods over which one slides, and octets of the longest value that behaviour looks at. */")
				.line("#define MW_WATCHES %dU", Math.max(1, room.watches())).line("#define MW_DEMANDS %dU", Math.max(1, room.demands())).line("#define MW_PERIODS %dU", room.periods())
				.line("#define MW_LONGEST %dU", room.longest()).line().line("/* Octets of the longest array, structure or bit-string that methods change. */").line("#define MW_EDIT %dU", room.edited()).line().line("#endif").toString();
	}

	private static GeneratedFile read(String resource) {
		return READ.computeIfAbsent(resource, RuntimeFiles::readFirst);
	}

	private static GeneratedFile readFirst(String resource) {
		try (InputStream in = RuntimeFiles.class.getResourceAsStream(resource)) {
			if (in == null) {
				throw new IllegalStateException(Text.of("the bundle lacks %s", resource));
			}
			return new GeneratedFile(List.of(in.readAllBytes()), false);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
