// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.value.Value;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;
import org.meterwright.rules.check.TypedValue;

/** Rules on what moves data in and out beside the services: Image transfer (18), M-Bus client (72), TCP-UDP setup (41). */
public final class TransferRules implements RuleArea {
	/** Block larger than a message. */
	public static final String BLOCK_TOO_LARGE = "MW-IMAGE-001";
	/** Transfer that is switched off for ever. */
	public static final String DISABLED = "MW-IMAGE-002";
	/** Transfer that nobody activates. */
	public static final String NOT_ACTIVATED = "MW-IMAGE-003";
	/** Address of two devices. */
	public static final String SAME_ADDRESS = "MW-MBUS-001";
	/** No port. */
	public static final String NO_PORT = "MW-COMM-001";
	private static final int IMAGE_TRANSFER = 18;
	private static final int TCP_UDP = 41;
	private static final int MBUS_CLIENT = 72;
	private static final int TRANSFER = 2;
	private static final int ACTIVATE = 4;
	private static final int ENABLED = 5;
	/** Octets of a request around the block: tags, descriptor, structure, length, and of its ciphering. */
	private static final int AROUND = 40;
	/** Conformance bits general-block-transfer (2) and block-transfer-with-action (13), counted from the highest of 24. */
	private static final int BLOCKS = 0x800000 >> 2 | 0x800000 >> 13;

	@Override
	public void register(RuleBook book) {
		book.onClass(IMAGE_TRANSFER, BLOCK_TOO_LARGE, this::blockTooLarge);
		book.onClass(IMAGE_TRANSFER, DISABLED, this::disabled);
		book.onClass(IMAGE_TRANSFER, NOT_ACTIVATED, this::notActivated);
		book.on(Meter.class, SAME_ADDRESS, this::sameAddress);
		book.onClass(TCP_UDP, NO_PORT, this::noPort);
	}

	private void blockTooLarge(CosemObject image, Facts facts, Report report) {
		long block = Facts.number(image, 2).orElse(0L);
		facts.associations().filter(association -> association.getMaximumPdu() > 0 && facts.rights(association).calls(image, TRANSFER))
				.filter(association -> (association.getConformance() & BLOCKS) == 0 && block + AROUND > association.getMaximumPdu()).findFirst().ifPresent((Association association) -> report.on(image, 2,
						"a block of %d octets does not fit into a PDU of %d octets of %s".formatted(block, association.getMaximumPdu(), association.getName()),
						Long.toString(association.getMaximumPdu() - AROUND)));
	}

	private void disabled(CosemObject image, Facts facts, Report report) {
		boolean off = Facts.attribute(image, ENABLED).filter(enabled -> enabled.getStorage() != Storage.CALL && new Value.Bool(false).equals(enabled.getValue())).isPresent();
		if (off && facts.associations().noneMatch(association -> facts.rights(association).writes(image, ENABLED))) {
			report.on(image, ENABLED, "%s is switched off, and nobody may switch it on".formatted(Facts.label(image)));
		}
	}

	private void notActivated(CosemObject image, Facts facts, Report report) {
		boolean transferred = facts.associations().anyMatch(association -> facts.rights(association).calls(image, TRANSFER));
		if (transferred && !Uses.of(facts).calls(image, ACTIVATE)) {
			report.on(image, "images are transferred to %s, but nothing ever activates one".formatted(Facts.label(image)));
		}
	}

	private void sameAddress(Meter meter, Facts facts, Report report) {
		Map<Value, CosemObject> seen = new HashMap<>();
		facts.objects().filter(object -> Facts.is(object, MBUS_CLIENT)).forEach(client -> Facts.number(client, 5).filter(address -> address > 0 && address <= 250).ifPresent(address -> {
			Value port = Facts.value(client, 2).map(TypedValue::value).orElse(new Value.Null());
			CosemObject first = seen.putIfAbsent(new Value.Structure(List.of(port, Facts.value(client, 5).orElseThrow().value())), client);
			if (first != null) {
				report.on(client, 5, "%s and %s have the address %d on one bus".formatted(Facts.label(first), Facts.label(client), address), Proposals.free(facts.objects().filter(object -> Facts.is(object, MBUS_CLIENT)).flatMap(object -> Facts.number(object, 5).stream()).toList(), address));
			}
		}));
	}

	private void noPort(CosemObject setup, Facts facts, Report report) {
		if (Facts.number(setup, 2).filter(port -> port == 0).isPresent()) {
			report.on(setup, 2, "%s listens on no port".formatted(Facts.label(setup)));
		}
	}
}
