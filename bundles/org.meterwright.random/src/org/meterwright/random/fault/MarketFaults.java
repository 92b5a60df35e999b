// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random.fault;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.emf.common.util.EList;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.RequirementKind;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.UseCaseStep;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.builder.Triggers;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Values;

/** Faults against what one market alone asks: Great Britain, Saudi Arabia, the Netherlands, India. */
final class MarketFaults {
	private static final CosemFactory FACTORY = CosemFactory.eINSTANCE;
	private static final int CLOCK = 8;
	private static final int SCHEDULE = 22;
	private static final int PUSH_SETUP = 40;
	private static final int CHARGE = 113;
	private static final int TOKEN_GATEWAY = 115;
	/** By class the attribute that says when a passive value takes over. */
	private static final Map<Integer, Integer> ACTIVATIONS = Map.of(20, 10, 111, 13, 113, 7);
	private static final Set<Integer> OUTAGES = Set.of(0x8F35, 0x8F36, 0x8F37, 0x8F38, 0x8F39, 0x8F3A, 0x8F3B, 0x8F3C);
	private static final LogicalName STATUS_WORD = LogicalName.valueOf("0-0:94.91.18*255");
	private static final String ALERT_PUSH = "0-4:25.9.0*255";

	private MarketFaults() {
	}

	static List<FaultKind> kinds() {
		return Stream.of(british(), useCases(), others()).flatMap(List::stream).toList();
	}

	private static List<FaultKind> british() {
		return List.of(
				FaultKind.of("token-gateway-elsewhere", "Tokens come in at another place than that of GBCS.", "GBCS", meter -> british(meter, TOKEN_GATEWAY).map(object -> moved(object, "0-0:19.40.1*255"))),
				FaultKind.of("activation-no-date", "A time of activation is no date, not at once and not never.", "GBCS", MarketFaults::activation),
				FaultKind.of("outage-time-lost", "An Alert of an outage carries one time instead of two.", "GBCS", meter -> alerts(meter, OUTAGES, EList::removeLast)),
				FaultKind.of("outcome-other", "The outcome of a future-dated command is carried in another form.", "GBCS", meter -> alerts(meter, Set.of(0x8F66, 0x8F67), columns -> columns.getFirst().setAttribute(1))),
				FaultKind.of("image-hash-lost", "An Alert of a firmware image carries no hash.", "GBCS", meter -> alerts(meter, Set.of(0x8F72, 0x8F1C), EList::clear)),
				FaultKind.of("alert-time-twice", "An Alert carries the time a second time.", "GBCS", MarketFaults::timeTwice),
				FaultKind.of("phase-alone", "An object of the second phase stands alone.", "GBCS", MarketFaults::phaseAlone),
				FaultKind.of("element-half", "A second element is there in part.", "GBCS", meter -> british(meter, CHARGE).map(object -> Site.of(Models.label(object), object, meter, () -> object.setLogicalName(LogicalName.valueOf("0-0:19.20.5*255"))))));
	}

	private static List<FaultKind> useCases() {
		return List.of(
				FaultKind.of("use-case-takes-tokens", "A maker's use case takes tokens.", "GBCS", meter -> british(meter, TOKEN_GATEWAY).map(object -> makers(meter, object, "ACME1", Verb.CALL, 1, ""))),
				FaultKind.of("use-case-said-anew", "A maker's companion says a use case of GBCS anew.", "GBCS", meter -> british(meter, CLOCK).map(object -> makers(meter, object, "ECS70", Verb.READ, 2, "library:gbcs/reads-settings.cosem"))),
				FaultKind.of("use-case-withdrawn", "A maker's companion has a use case that GBCS withdrew.", "GBCS", meter -> british(meter, CLOCK).map(object -> makers(meter, object, "ECS26e", Verb.READ, 2, ""))));
	}

	private static List<FaultKind> others() {
		return List.of(
				FaultKind.of("required-by-the-way", "The place of a required schedule is taken by the object of a reaction without a name.", "COMP GBCS", MarketFaults::byTheWay),
				FaultKind.of("saudi-schedule-lost", "A Saudi push has no schedule of its number.", "COMP", MarketFaults::saudiSchedule),
				FaultKind.of("dutch-filter-bit", "An alarm filter lets a bit through that its register does not have.", "COMP TYPE", MarketFaults::dutchFilter),
				FaultKind.of("indian-word-lost", "The Indian alert push does not send the Event Status Word.", "COMP", MarketFaults::indianWord));
	}

	private static boolean conforms(Meter meter, String... families) {
		return meter.getCompanions().stream().map(Companion::getName).anyMatch(name -> Stream.of(families).anyMatch(name::startsWith));
	}

	private static Stream<CosemObject> british(Meter meter, int... classIds) {
		return conforms(meter, "gbcs.") ? Models.objects(meter, classIds) : Stream.empty();
	}

	private static Site moved(CosemObject object, String name) {
		return Models.site(object, each -> each.setLogicalName(LogicalName.valueOf(name)));
	}

	private static Stream<Site> activation(Meter meter) {
		return ACTIVATIONS.entrySet().stream().sorted(Map.Entry.comparingByKey()).flatMap(each -> british(meter, each.getKey()).flatMap(object -> CosemObjects.attribute(object, each.getValue()).stream()))
				.filter(attribute -> attribute.getValue() != null)
				.map(attribute -> Site.of(Models.label((CosemObject) attribute.eContainer()), attribute, () -> attribute.setValue(Values.octets("000000000000000000000000"))));
	}

	private static Stream<Alert> alerts(Meter meter) {
		return conforms(meter, "gbcs.") ? meter.getAlerts().stream() : Stream.empty();
	}

	private static Stream<Site> alerts(Meter meter, Set<Integer> codes, Consumer<EList<Column>> spoil) {
		return alerts(meter).filter(alert -> codes.contains(alert.getCode()) && !alert.getColumns().isEmpty()).map(alert -> Models.site(alert, each -> spoil.accept(each.getColumns())));
	}

	private static Stream<Site> timeTwice(Meter meter) {
		return Models.objects(meter, CLOCK).limit(1).flatMap(clock -> alerts(meter).filter(alert -> !OUTAGES.contains(alert.getCode()))
				.map(alert -> Models.site(alert, each -> each.getColumns().add(Triggers.column(clock, 2)))));
	}

	private static Stream<Site> phaseAlone(Meter meter) {
		return british(meter, 1, 3, 7).filter(object -> object.getLogicalName().a() == 1 && object.getLogicalName().c() == 32).map(object -> moved(object, object.getLogicalName().toString().replace(":32.", ":52.")));
	}

	/** Adds a maker's companion with a use case that does one thing. */
	private static Site makers(Meter meter, CosemObject object, String name, Verb verb, int index, String instead) {
		UseCaseStep step = FACTORY.createUseCaseStep();
		step.setClassId(CosemObjects.classId(object));
		step.setLogicalName(object.getLogicalName());
		step.setVerb(verb);
		step.setIndex(index);
		UseCase useCase = FACTORY.createUseCase();
		useCase.setName(name);
		useCase.setMessage(0x7001);
		useCase.getSteps().add(step);
		useCase.getOrigins().add(new Origin("acme.cosem", 1, 0, 0, "companion"));
		if (!instead.isEmpty()) {
			useCase.getOrigins().add(new Origin(instead, 1, 0, 0, "companion"));
		}
		Companion companion = FACTORY.createCompanion();
		companion.setName("acme.extra");
		companion.getUseCases().add(useCase);
		return Site.of(Models.label(object), useCase, () -> meter.getCompanions().add(companion));
	}

	private static Stream<Site> byTheWay(Meter meter) {
		return meter.getCompanions().stream().flatMap(companion -> companion.getRequirements().stream()).filter(each -> each.getKind() == RequirementKind.REQUIRE && each.getClassId() == SCHEDULE)
				.flatMap(each -> Models.objects(meter, SCHEDULE).filter(object -> object.getLogicalName().equals(each.getLogicalName()))).distinct().map(object -> Models.site(object, each -> {
					each.setInternal(true);
					each.setGenerated(true);
					Models.associations(meter).forEach(association -> association.getEntries().removeIf(entry -> entry.getObject() == each));
				}));
	}

	private static Stream<Site> saudiSchedule(Meter meter) {
		return conforms(meter, "saudi.") ? Models.objects(meter, PUSH_SETUP).flatMap(push -> Models.objects(meter, SCHEDULE)
				.filter(schedule -> schedule.getLogicalName().equals(LogicalName.valueOf("0-%d:15.0.4*255".formatted(push.getLogicalName().b()))))
				.map(schedule -> Site.of(Models.label(push), push, () -> Models.remove(schedule)))) : Stream.empty();
	}

	private static Stream<Site> dutchFilter(Meter meter) {
		return !conforms(meter, "dsmr.", "smr.") ? Stream.empty() : Models.objects(meter, 1).filter(object -> object.getLogicalName().toString().matches("0-0:97\\.98\\.1\\d\\*255"))
				.flatMap(object -> CosemObjects.attribute(object, 2).stream()).filter(attribute -> attribute.getType() != null && attribute.getType().bare() instanceof DataType.BitField)
				.map(attribute -> Site.of(Models.label((CosemObject) attribute.eContainer()), attribute, () -> attribute.setValue(Values.doubleLongUnsigned(1L << unknownBit(attribute)))));
	}

	private static int unknownBit(Attribute attribute) {
		DataType.BitField bits = (DataType.BitField) attribute.getType().bare();
		return IntStream.range(0, 32).filter(bit -> bits.literals().stream().noneMatch(literal -> literal.value() == bit)).findFirst().orElseThrow();
	}

	private static Stream<Site> indianWord(Meter meter) {
		return !conforms(meter, "india.") ? Stream.empty() : meter.getPushes().stream().filter(push -> push.getObject() != null && push.getObject().getLogicalName().toString().equals(ALERT_PUSH))
				.map((Push push) -> Models.site(push, each -> each.getColumns().removeIf(column -> STATUS_WORD.equals(column.getObject().getLogicalName()))));
	}
}
