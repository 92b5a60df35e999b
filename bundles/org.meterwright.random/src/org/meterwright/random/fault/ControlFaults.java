// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random.fault;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** Faults of monitors, limiters, the disconnector and payment. */
final class ControlFaults {
	private static final int MONITOR = 21;
	private static final int DISCONNECT = 70;
	private static final int LIMITER = 71;
	private static final int ACCOUNT = 111;
	private static final int CREDIT = 112;
	private static final int CHARGE = 113;
	private static final int CREDITS = 9;
	private static final int CHARGES = 10;
	private static final int PAIRS = 11;
	private static final int PROPORTIONS = 12;

	private ControlFaults() {
	}

	static List<FaultKind> kinds() {
		return List.of(
				FaultKind.of("monitor-threshold-type", "A threshold is of another type than the monitored value.", "MON TYPE", meter -> thresholds(meter, part -> part.edit(all -> all.stream().map(each -> Values.octets(1, 2)).toList()))),
				FaultKind.of("monitor-thresholds-fall", "The thresholds of a monitor do not ascend.", "MON", meter -> Models.onValues(meter, MONITOR, 2, part -> part.inside().size() > 1 && !part.inside().getFirst().value().equals(part.inside().getLast().value()), part -> part.edit(List::reversed))),
				FaultKind.of("monitor-action-lost", "A monitor has a threshold without actions.", "MON GBCS", meter -> Models.onValues(meter, MONITOR, 4, part -> !part.inside().isEmpty(), part -> part.edit(all -> all.subList(0, all.size() - 1)))),
				FaultKind.of("monitor-watches-nothing", "A monitor has thresholds, but watches nothing.", "MON", meter -> Models.onValues(meter, MONITOR, 3, part -> Models.target(part).isPresent() && hasThresholds(part.object()), ControlFaults::toNothing)),
				FaultKind.of("monitor-watches-structure", "A monitor watches what is no single value.", "MON", meter -> Models.onValues(meter, MONITOR, 3, part -> Models.target(part).filter(target -> CosemObjects.classId(target) == 3).isPresent(), part -> part.set("attribute_index", 3))),
				FaultKind.of("limiter-threshold-type", "The threshold of a limiter is of another type than the monitored value.", "MON TYPE", meter -> limits(meter, 4, part -> part.set(Values.octets(1, 2)))),
				FaultKind.of("limiter-emergency-type", "The emergency threshold of a limiter is of another type than the monitored value.", "MON TYPE", meter -> limits(meter, 5, part -> part.set(Values.octets(1, 2)))),
				FaultKind.of("limiter-watches-nothing", "A limiter watches nothing.", "MON", meter -> Models.onValues(meter, LIMITER, 2, part -> Models.target(part).isPresent(), ControlFaults::toNothing)),
				FaultKind.of("switch-always-on", "The supply is always connected, yet something disconnects it.", "CTRL COMP", meter -> Models.onValues(meter, DISCONNECT, 4, part -> part.number() > 0 && isCalled(meter, part.object(), 1), part -> part.set(0))),
				FaultKind.of("switch-never-back", "Something disconnects the supply, but nothing reconnects it.", "CTRL COMP GBCS SCRIPT", ControlFaults::neverBack),
				FaultKind.of("switch-contradicts", "Output and state of the switch contradict each other.", "CTRL", meter -> Models.objects(meter, DISCONNECT).filter(object -> CosemObjects.value(object, 3).filter(Values.enumerated(1)::equals).isPresent()).map(object -> Models.site(object, each -> CosemObjects.attribute(each, 2).ifPresent(output -> {
					output.setStorage(Storage.NVM);
					output.setHandler(null);
					output.setValue(Values.bool(false));
				})))),
				FaultKind.of("account-no-credit", "A prepayment account has no credit.", "PAY COMP GBCS", meter -> prepaid(meter).flatMap(object -> CosemObjects.attribute(object, CREDITS).stream()).filter(attribute -> !Values.parts(attribute.getValue()).isEmpty()).map(attribute -> Site.of(Models.label((CosemObject) attribute.eContainer()), attribute, () -> attribute.setValue(Values.array())))),
				FaultKind.of("account-credit-unlisted", "The configuration of an account names a credit that is not in its list.", "PAY", meter -> pairs(meter, part -> part.set("credit_reference", Values.logicalName(Models.NOWHERE)))),
				FaultKind.of("account-charge-unlisted", "The configuration of an account names a charge that is not in its list.", "PAY", meter -> pairs(meter, part -> part.set("charge_reference", Values.logicalName(Models.NOWHERE)))),
				FaultKind.of("account-credit-missing", "An account lists a credit that is not there.", "REF PAY", meter -> listed(meter, CREDITS)),
				FaultKind.of("account-charge-missing", "An account lists a charge that is not there.", "REF PAY", meter -> listed(meter, CHARGES)),
				FaultKind.of("account-charge-twice", "An account lists a charge twice.", "PAY", meter -> Models.onValues(meter, ACCOUNT, CHARGES, part -> !part.inside().isEmpty(), part -> part.edit(ControlFaults::doubled))),
				FaultKind.of("account-credit-twice", "An account lists a credit twice.", "PAY", meter -> Models.onValues(meter, ACCOUNT, CREDITS, part -> !part.inside().isEmpty(), part -> part.edit(ControlFaults::doubled))),
				FaultKind.of("token-proportions", "The proportions of a token are more than the token.", "PAY TYPE", ControlFaults::proportions),
				FaultKind.of("currency-name", "A currency has no name of three letters.", "PAY", meter -> Models.parts(meter, ACCOUNT, 15).filter(part -> part.get("currency_name").isPresent()).map(part -> part.site(() -> part.set("currency_name", new Value.Utf8("pounds"))))),
				FaultKind.of("credit-unlisted", "A credit belongs to no account.", "PAY", ControlFaults::unlisted),
				FaultKind.of("charge-unlisted", "A charge belongs to no account.", "PAY", ControlFaults::unlistedCharge),
				FaultKind.of("credit-priorities", "Two credits of an account have one priority.", "PAY", ControlFaults::priorities),
				FaultKind.of("charge-more-than-all", "A charge takes more than all of a payment.", "PAY", meter -> Models.onValues(meter, CHARGE, 13, part -> true, part -> part.set(20_000))),
				FaultKind.of("charge-commodity-missing", "A charge by consumption counts what is not there.", "REF PAY", meter -> Models.parts(meter, CHARGE, 5).filter(part -> part.field().equals("commodity_reference") && Models.target(part).isPresent()).map(part -> part.site(() -> part.set("logical_name", Values.logicalName(Models.NOWHERE))))),
				FaultKind.of("charge-time-without-period", "A charge by time has no period, and no client may give it one.", "PAY", meter -> Models.onValues(meter, CHARGE, 8, part -> Models.number(part.object(), 3) == 1 && part.number() > 0 && !Models.isWritable(meter, part.object(), 8), part -> part.set(0))),
				FaultKind.of("account-lost", "Tokens are taken, but there is no account.", "PAY REF COMP GBCS", meter -> Models.objects(meter, 115).map(object -> Site.of(Models.label(object), object, meter, () -> Models.objects(meter, ACCOUNT).toList().forEach(Models::remove)))));
	}

	private static Stream<Site> thresholds(Meter meter, Consumer<Part> spoil) {
		return Models.onValues(meter, MONITOR, 2, part -> !part.inside().isEmpty() && Models.value(part.object(), 3).flatMap(Models::target).isPresent(), spoil);
	}

	private static boolean hasThresholds(CosemObject monitor) {
		return Models.value(monitor, 2).filter(part -> !part.inside().isEmpty()).isPresent();
	}

	private static void toNothing(Part reference) {
		reference.edit(fields -> List.of(Values.longUnsigned(0), Values.logicalName(new LogicalName(0, 0, 0, 0, 0, 0)), Values.integer(0)));
	}

	private static Stream<Site> limits(Meter meter, int attribute, Consumer<Part> spoil) {
		return Models.onValues(meter, LIMITER, attribute, part -> part.value() instanceof Value.Int, spoil);
	}

	private static boolean isCalled(Meter meter, CosemObject object, int method) {
		return Models.references(meter).anyMatch(part -> part.number("service_id").orElse(0L) == 2 && part.number("index").orElse(0L) == method && Models.target(part).orElse(null) == object);
	}

	/** The script that closes the switch opens it as well. */
	private static Stream<Site> neverBack(Meter meter) {
		return Models.objects(meter, DISCONNECT).filter(object -> isCalled(meter, object, 1) && isCalled(meter, object, 2) && Models.entries(meter).noneMatch(entry -> entry.getObject() == object && entry.getRights().methodMode(2) != 0))
				.map(object -> Site.of(Models.label(object), object, () -> Models.references(meter).filter(part -> part.number("service_id").orElse(0L) > 0 && Models.target(part).orElse(null) == object).toList().forEach(part -> {
					part.set("service_id", 2);
					part.set("index", 1);
					part.set("parameter", Values.integer(0));
				})));
	}

	private static Stream<CosemObject> prepaid(Meter meter) {
		return Models.objects(meter, ACCOUNT).filter(object -> Models.value(object, 2).flatMap(mode -> mode.number("payment_mode").or(() -> mode.number("account_mode"))).filter(mode -> mode == 2).isPresent());
	}

	private static Stream<Site> pairs(Meter meter, Consumer<Part> spoil) {
		return Models.parts(meter, ACCOUNT, PAIRS).filter(part -> part.get("credit_reference").isPresent() && part.get("charge_reference").isPresent()).map(part -> part.site(() -> spoil.accept(part)));
	}

	private static Stream<Site> listed(Meter meter, int attribute) {
		return Models.parts(meter, ACCOUNT, attribute).filter(part -> part.logicalName().isPresent()).map(part -> part.site(() -> part.set(Values.logicalName(Models.NOWHERE))));
	}

	private static List<Value> doubled(List<Value> all) {
		all.add(all.getFirst());
		return all;
	}

	private static Stream<Site> proportions(Meter meter) {
		Predicate<Part> some = part -> !part.inside().isEmpty();
		return Models.onValues(meter, ACCOUNT, PROPORTIONS, some, part -> part.edit(all -> {
			Value first = all.getFirst();
			all.set(0, Values.structure(Values.parts(first).getFirst(), Values.unsigned(70)));
			all.add(Values.structure(Values.parts(first).getFirst(), Values.unsigned(60)));
			return all;
		}));
	}

	private static Stream<Site> unlisted(Meter meter) {
		return Models.objects(meter, CREDIT).map(object -> Site.of(Models.label(object), object, () -> unlist(meter, object, CREDITS)));
	}

	private static Stream<Site> unlistedCharge(Meter meter) {
		return Models.objects(meter, CHARGE).map(object -> Site.of(Models.label(object), object, () -> unlist(meter, object, CHARGES)));
	}

	private static void unlist(Meter meter, CosemObject object, int list) {
		Value name = Values.logicalName(object.getLogicalName());
		Models.objects(meter, ACCOUNT).forEach(account -> {
			Models.value(account, list).ifPresent(part -> part.edit(all -> all.stream().filter(each -> !each.equals(name)).toList()));
			Models.value(account, PAIRS).ifPresent(part -> part.edit(all -> all.stream().filter(each -> !Values.parts(each).contains(name)).toList()));
			Models.value(account, PROPORTIONS).ifPresent(part -> part.edit(all -> all.stream().filter(each -> !Values.parts(each).contains(name)).toList()));
		});
	}

	private static Stream<Site> priorities(Meter meter) {
		return Models.values(meter, ACCOUNT, CREDITS).filter(part -> part.inside().size() > 1).flatMap(part -> {
			List<CosemObject> credits = part.inside().stream().flatMap(each -> Models.find(part.object(), CREDIT, each.logicalName().orElseThrow()).stream()).filter(credit -> Models.value(credit, 4).isPresent()).toList();
			return credits.stream().skip(1).map(credit -> new Site(Models.label(credit), List.of(credit, part.object()), () -> Models.value(credit, 4).orElseThrow().set(Models.number(credits.getFirst(), 4))));
		});
	}
}
