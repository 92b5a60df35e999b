// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;
import org.meterwright.rules.check.TypedValue;

/** Rules on single settings: lists of devices and payment, successors, energy that must last, blocks and addresses. */
public final class EntryRules implements RuleArea {
	/** SAP list against devices. */
	public static final String SAP_LIST = "MW-ID-050";
	/** Credit or charge listed twice. */
	public static final String LISTED_TWICE = "MW-PAY-050";
	/** Charge of no account. */
	public static final String CHARGE_UNLISTED = "MW-PAY-051";
	/** Charge by time that is never due. */
	public static final String NO_PERIOD = "MW-PAY-052";
	/** Successor that never takes over. */
	public static final String NO_ACTIVATION = "MW-STORE-051";
	/** Energy in volatile memory. */
	public static final String ENERGY_LOST = "MW-STORE-050";
	/** Block without octets. */
	public static final String EMPTY_BLOCK = "MW-IMAGE-050";
	/** Reserved HDLC address. */
	public static final String HDLC_ADDRESS = "MW-COMM-050";

	private static final int SAP_ASSIGNMENT = 17;
	private static final int IMAGE_TRANSFER = 18;
	private static final int HDLC_SETUP = 23;
	private static final int DEVICE_ADDRESS = 9;
	private static final int FIRST_HDLC_ADDRESS = 16;
	private static final int CREDITS = 9;
	private static final int CHARGES = 10;
	private static final int CHARGE_TYPE = 3;
	private static final int PERIOD = 8;
	private static final int BY_TIME = 1;
	private static final int CALENDAR_ACTIVATION = 10;
	private static final int ACCOUNT_ACTIVATION = 13;
	private static final int ELECTRICITY = 1;
	/** Value group C: active and reactive energy in all directions and quadrants, apparent energy. */
	private static final int LAST_ENERGY = 10;
	/** Value group D: time integral 1, the register since the first start. */
	private static final int SINCE_THE_START = 8;

	@Override
	public void register(RuleBook book) {
		book.onClass(SAP_ASSIGNMENT, SAP_LIST, this::sapList);
		book.onClass(ClassIds.ACCOUNT, LISTED_TWICE, this::listedTwice);
		book.onClass(ClassIds.CHARGE, CHARGE_UNLISTED, this::chargeUnlisted);
		book.onClass(ClassIds.CHARGE, NO_PERIOD, this::noPeriod);
		book.on(CosemObject.class, NO_ACTIVATION, this::noActivation);
		book.onClass(ClassIds.REGISTER, ENERGY_LOST, this::energyLost);
		book.onClass(IMAGE_TRANSFER, EMPTY_BLOCK, this::emptyBlock);
		book.onClass(HDLC_SETUP, HDLC_ADDRESS, this::hdlcAddress);
	}

	private void sapList(CosemObject list, Facts facts, Report report) {
		Set<Long> devices = facts.meter().getDevices().stream().map(LogicalDevice::getSap).map(Integer::longValue).collect(Collectors.toSet());
		List<TypedValue> rows = Facts.elements(list, 2);
		for (TypedValue row : rows) {
			if (row.field("SAP").isPresent() && !devices.contains(row.number("SAP"))) {
				report.on(list, 2, "%s names a logical device at SAP %d, where none is".formatted(Facts.label(list), row.number("SAP")), Integer.toString(rows.indexOf(row)));
			} else {
				namedOtherwise(list, row, facts).ifPresent(device -> report.on(list, 2, "%s calls the logical device at SAP %d \"%s\", but %s is \"%s\"".formatted(Facts.label(list),
						device.getSap(), row.field("logical_device_name").flatMap(EntryRules::text).orElse(""), device.getName(), device.getLogicalDeviceName()),
						Integer.toString(rows.indexOf(row))));
			}
		}
	}

	/** Returns the device at the address of a row that has another name; nothing where the name is only known when the meter is made. */
	private static Optional<LogicalDevice> namedOtherwise(CosemObject list, TypedValue row, Facts facts) {
		Optional<String> name = row.field("logical_device_name").flatMap(EntryRules::text);
		return name.isEmpty() || name.get().contains("{") ? Optional.empty() : facts.meter().getDevices().stream().filter(device -> device.getSap() == row.number("SAP"))
				.filter(device -> device.getLogicalDeviceName() != null && !device.getLogicalDeviceName().contains("{") && !device.getLogicalDeviceName().equals(name.get())).findFirst();
	}

	private static Optional<String> text(TypedValue value) {
		return value.value() instanceof Value.Octets octets ? Optional.of(new String(octets.bytes().toArray(), StandardCharsets.US_ASCII)) : Optional.empty();
	}

	private void listedTwice(CosemObject account, Facts facts, Report report) {
		for (int list : List.of(CREDITS, CHARGES)) {
			Set<Value> seen = new HashSet<>();
			List<TypedValue> rows = Facts.elements(account, list);
			for (int i = 0; i < rows.size(); i++) {
				TypedValue row = rows.get(i);
				if (!seen.add(row.value())) {
					report.on(account, list, "%s of %s names %s twice".formatted(Facts.label(account, list), Facts.label(account), row.logicalName().map(LogicalName::toString).orElse("something")),
							Integer.toString(i));
				}
			}
		}
	}

	private void chargeUnlisted(CosemObject charge, Facts facts, Report report) {
		List<CosemObject> accounts = facts.once("accounts", () -> facts.objects().filter(object -> Facts.is(object, ClassIds.ACCOUNT)).toList());
		boolean open = accounts.stream().anyMatch(account -> Facts.value(account, CHARGES).isEmpty());
		boolean listed = accounts.stream().flatMap(account -> Facts.elements(account, CHARGES).stream()).flatMap(row -> row.logicalName().stream()).anyMatch(charge.getLogicalName()::equals);
		if (!accounts.isEmpty() && !open && !listed) {
			report.on(charge, "no account has %s in its charge_reference_list: it is never collected".formatted(Facts.label(charge)),
					Stream.concat(accounts.stream().limit(1).flatMap(account -> Stream.of(Proposals.object(account))), Stream.of(Proposals.object(charge))).toArray(String[]::new));
		}
	}

	private void noPeriod(CosemObject charge, Facts facts, Report report) {
		boolean writable = facts.associations().anyMatch(association -> facts.rights(association).writes(charge, PERIOD));
		if (!writable && Facts.number(charge, CHARGE_TYPE).filter(type -> type == BY_TIME).isPresent() && Facts.number(charge, PERIOD).filter(period -> period == 0).isPresent()) {
			report.on(charge, PERIOD, "%s is collected by time, but its period is 0".formatted(Facts.label(charge)));
		}
	}

	private void noActivation(CosemObject object, Facts facts, Report report) {
		if (object.getActive() != null && object.getActivation() == null) {
			report.on(object, "%s is the successor of %s, but nothing says when it takes over".formatted(Facts.label(object), Facts.label(object.getActive())),
					activation(object));
		}
	}

	/** Names the time that an object of the standard brings for this: of the calendar that passes its rows on, or of the successor of an account. */
	private static String[] activation(CosemObject object) {
		return switch (Facts.classId(object)) {
			case ClassIds.ACTIVITY_CALENDAR -> Proposals.attribute(object.getActive(), CALENDAR_ACTIVATION);
			case ClassIds.ACCOUNT -> Proposals.attribute(object, ACCOUNT_ACTIVATION);
			default -> new String[0];
		};
	}

	private void energyLost(CosemObject register, Facts facts, Report report) {
		LogicalName name = register.getLogicalName();
		boolean energy = name != null && name.a() == ELECTRICITY && name.c() >= 1 && name.c() <= LAST_ENERGY && name.d() == SINCE_THE_START && !register.isInternal();
		if (energy && Facts.attribute(register, 2).map(Attribute::getStorage).filter(Storage.RAM::equals).isPresent()) {
			report.on(register, 2, "%s counts energy in ram: it begins at 0 again when the supply comes back".formatted(Facts.label(register)));
		}
	}

	private void emptyBlock(CosemObject image, Facts facts, Report report) {
		if (Facts.number(image, 2).filter(octets -> octets == 0).isPresent()) {
			report.on(image, 2, "image_block_size of %s is 0: no image ever arrives".formatted(Facts.label(image)));
		}
	}

	private void hdlcAddress(CosemObject port, Facts facts, Report report) {
		if (Facts.number(port, DEVICE_ADDRESS).filter(address -> address >= 0 && address < FIRST_HDLC_ADDRESS).isPresent()) {
			report.on(port, DEVICE_ADDRESS, "device_address %d of %s is reserved; use 16 to 125, or to 16381 with two octets".formatted(Facts.number(port, DEVICE_ADDRESS).orElseThrow(), Facts.label(port)));
		}
	}
}
