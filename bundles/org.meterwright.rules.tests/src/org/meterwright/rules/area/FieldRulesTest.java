// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.array;
import static org.meterwright.cosem.value.Values.bool;
import static org.meterwright.cosem.value.Values.doubleLongUnsigned;
import static org.meterwright.cosem.value.Values.enumerated;
import static org.meterwright.cosem.value.Values.logicalName;
import static org.meterwright.cosem.value.Values.longUnsigned;
import static org.meterwright.cosem.value.Values.octets;
import static org.meterwright.cosem.value.Values.structure;
import static org.meterwright.cosem.value.Values.unsigned;
import static org.meterwright.rules.area.Sample.allow;
import static org.meterwright.rules.area.Sample.column;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.access.AccessRights;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.builder.DeviceBuilder;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** Rules on what goes wrong in the field: times, secrets, wear, windows, images, buses, ports. */
class FieldRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(AssociationRules.SHARED_SECRET, s -> secrets(s, 3), s -> secrets(s, 4)),
				rule(AssociationRules.NO_POLICY, s -> policy(s, 0), s -> policy(s, 12)),
				rule(IdentityRules.NO_SAP_LIST, s -> second(s, false), s -> second(s, true)),
				rule(StoreRules.VOLATILE_COUNTER, s -> counter(s, Storage.RAM), s -> counter(s, Storage.NVM)),
				rule(PaymentRules.GATEWAY_ALONE, s -> gateway(s), s -> account(s)),
				rule(ScheduleRules.NEVER, s -> schedule(s, "0000000"), s -> schedule(s, "0000001")),
				rule(ProfileRules.NO_TIME, s -> profile(s, 900, 10, column(3, "1-0:1.8.0*255", 2)), s -> profile(s, 900, 10, column(8, "0-0:1.0.0*255", 2), column(3, "1-0:1.8.0*255", 2))),
				rule(ProfileRules.BUFFER_IN_ROW, s -> profile(s, 900, 10, column(8, "0-0:1.0.0*255", 2), column(7, "0-0:99.98.0*255", 2)),
						s -> profile(s, 900, 10, column(8, "0-0:1.0.0*255", 2), column(7, "0-0:99.98.0*255", 7))),
				rule(ProfileRules.FAST_CAPTURE, s -> profile(s, 30, 10, column(8, "0-0:1.0.0*255", 2)), s -> profile(s, 60, 10, column(8, "0-0:1.0.0*255", 2))),
				rule(PushRules.NO_PORT, s -> destination(s, "10.0.0.1"), s -> destination(s, "10.0.0.1:4059")),
				rule(PushRules.LONG_RANDOM, s -> random(s, 3601), s -> random(s, 3600)),
				rule(TransferRules.BLOCK_TOO_LARGE, s -> image(s, 1000, true, 4), s -> image(s, 256, true, 4)),
				rule(TransferRules.DISABLED, s -> image(s, 256, false, 4), s -> image(s, 256, true, 4)),
				rule(TransferRules.NOT_ACTIVATED, s -> image(s, 256, true, 3), s -> image(s, 256, true, 4)),
				rule(TransferRules.SAME_ADDRESS, s -> buses(s, 1), s -> buses(s, 2)),
				rule(TransferRules.NO_PORT, s -> port(s, 0, 576), s -> port(s, 4059, 576)));
	}

	private static void secrets(Sample s, int slot) {
		s.supplying.setSecretSlot(3);
		Association third = s.third(7);
		third.setMechanism(1);
		third.setSecretSlot(slot);
	}

	/** The supplier only reads: what it changed in clear would be worse than an open policy. */
	private static void policy(Sample s, int policy) {
		s.value(s.keys, 2, enumerated(policy));
		Sample.grant(s.supplying, s.clock, 2, 1);
		Sample.grant(s.supplying, s.clock, 3, 1);
		Sample.entry(s.supplying, s.scripts).setRights(AccessRights.valueOf("2=1"));
	}

	private static void second(Sample s, boolean listed) {
		DeviceBuilder gas = s.builder.device("gas", 17).named("ACMGAS");
		CosemObject current = gas.object("gasAssociation", s.kind("15 1"), "0-0:40.0.0*255", each -> each.rom(9, Sample.noName()));
		CosemObject name = gas.object("gasName", s.kind("1 0"), "0-0:42.0.0*255", each -> each.rom(2, octets("41434D")));
		gas.association("gasPublic", current, 16, each -> each.role(null).conformance(0x10 | 0x1000).entry(current, entry -> entry.attribute(2, 1)).entry(name, entry -> entry.attribute(2, 1)));
		if (listed) {
			s.shown("list", "17 0", "0-0:41.0.0*255", each -> each.rom(2, array()));
		}
	}

	private static void counter(Sample s, Storage storage) {
		s.store(s.shown("counter", "1 0", "0-0:43.1.0*255", each -> each.nvm(2, "double-long-unsigned")), 2, storage);
	}

	private static void gateway(Sample s) {
		s.shown("gateway", "115 0", "0-0:19.40.0*255", each -> each.nvm(3));
	}

	private static void account(Sample s) {
		gateway(s);
		s.shown("account", "111 0", "0-0:19.0.0*255", each -> each.nvm(13));
	}

	private static void schedule(Sample s, String days) {
		Value entry = structure(longUnsigned(1), bool(true), logicalName("0-0:10.0.106*255"), longUnsigned(51), octets("12000000"), longUnsigned(0xFFFF), new Value.Bits(days),
				new Value.Bits(""), octets("FFFFFFFFFF"), octets("FFFFFFFFFF"));
		s.shown("calendar", "10 0", "0-0:12.0.0*255", each -> each.rom(2, array(entry)));
	}

	private static void profile(Sample s, int period, int entries, Value... columns) {
		s.shown("load", "7 1", "1-0:99.1.0*255", each -> each.nvm(2).rom(3, array(columns)).rom(4, doubleLongUnsigned(period)).ram(7, "double-long-unsigned")
				.rom(8, doubleLongUnsigned(entries)));
	}

	private static void destination(Sample s, String text) {
		s.value(s.pushObject, 3, structure(enumerated(0), Values.octets(hex(text)), enumerated(0)));
	}

	private static String hex(String text) {
		return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.US_ASCII));
	}

	private static void random(Sample s, int seconds) {
		s.value(s.pushObject, 4, array(structure(octets("07EA0B02FF010000FF8000FF"), octets("07EA0B02FF020000FF8000FF"))));
		s.value(s.pushObject, 5, longUnsigned(seconds));
	}

	private static void image(Sample s, int block, boolean enabled, int activate) {
		CosemObject image = s.shown("image", "18 0", "0-0:44.0.0*255", each -> each.rom(2, doubleLongUnsigned(block)).rom(5, bool(enabled)));
		allow(s.supplying, image, 2, 1);
		allow(s.supplying, image, activate, 1);
	}

	private static void buses(Sample s, int second) {
		s.shown("gas", "72 1", "0-1:24.1.0*255", each -> each.call(2, "busPort").nvm(5, unsigned(1)));
		s.shown("water", "72 1", "0-2:24.1.0*255", each -> each.call(2, "busPort").nvm(5, unsigned(second)));
	}

	private static void port(Sample s, int port, int segment) {
		s.shown("tcp", "41 0", "0-0:25.0.0*255", each -> each.rom(2, longUnsigned(port)).rom(4, longUnsigned(segment)));
	}
}
