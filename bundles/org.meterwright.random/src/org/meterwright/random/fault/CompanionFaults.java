// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random.fault;

import java.math.BigInteger;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.AlertAction;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogAction;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.RequirementKind;
import org.meterwright.cosem.RequiredAttribute;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.UseCaseStep;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;

/** Faults against the companion specification that a meter conforms to. */
final class CompanionFaults {
	private CompanionFaults() {
	}

	static List<FaultKind> kinds() {
		return List.of(
				FaultKind.of("required-object-lost", "An object that the companion requires is missing.", "COMP GBCS", CompanionFaults::requiredLost),
				FaultKind.of("required-class", "An object that the companion requires is of another class.", "COMP ID OBIS REF GBCS", CompanionFaults::requiredClass),
				FaultKind.of("required-type", "An attribute is of another type than the companion demands.", "COMP", CompanionFaults::requiredType),
				FaultKind.of("required-constant", "An attribute has another value than the companion demands.", "COMP", CompanionFaults::requiredConstant),
				FaultKind.of("use-case-object-internal", "A use case reaches an object that is internal.", "COMP GBCS RIGHT", CompanionFaults::useCaseInternal),
				FaultKind.of("use-case-read-lost", "A role may not read what a use case reads.", "COMP", meter -> rightLost(meter, Verb.READ)),
				FaultKind.of("use-case-write-lost", "A role may not write what a use case writes.", "COMP", meter -> rightLost(meter, Verb.WRITE)),
				FaultKind.of("use-case-call-lost", "A role may not call what a use case calls.", "COMP", meter -> rightLost(meter, Verb.CALL)),
				FaultKind.of("alert-criticality", "An Alert is Critical where the companion says otherwise.", "COMP GBCS", meter -> alerts(meter, alert -> true).map(alert -> Models.site(alert, each -> each.setCritical(!each.isCritical())))),
				FaultKind.of("alert-message", "An Alert goes in another message than the companion's.", "COMP GBCS", meter -> alerts(meter, alert -> alert.getMessage() > 0).map(alert -> Models.site(alert, each -> each.setMessage(each.getMessage() + 0x500)))),
				FaultKind.of("alert-recipient-lost", "An Alert goes to others than the companion says.", "COMP GBCS EVENT", CompanionFaults::otherRecipient),
				FaultKind.of("alert-unlogged", "An Alert is raised without the log entry that the companion demands.", "GBCS COMP EVENT", CompanionFaults::unlogged),
				FaultKind.of("alert-carries-other", "An Alert does not carry what the companion says.", "GBCS COMP EVENT REF", meter -> alerts(meter, alert -> !alert.getColumns().isEmpty()).map(alert -> Models.site(alert, each -> each.getColumns().clear()))),
				FaultKind.of("successor-without-time", "Nothing says when a successor takes over.", "STORE COMP", meter -> Models.objects(meter).filter(object -> object.getActive() != null && object.getActivation() != null).map(object -> Models.site(object, each -> each.setActivation(null)))));
	}

	private static Stream<Requirement> required(Meter meter) {
		return meter.getCompanions().stream().flatMap(companion -> companion.getRequirements().stream()).filter(requirement -> requirement.getKind() == RequirementKind.REQUIRE);
	}

	private static Stream<CosemObject> objects(Meter meter, Requirement requirement) {
		return Models.objects(meter, requirement.getClassId()).filter(object -> object.getLogicalName().equals(requirement.getLogicalName()));
	}

	private static Stream<Site> requiredLost(Meter meter) {
		return required(meter).flatMap(requirement -> objects(meter, requirement)).distinct().map(object -> new Site(Models.label(object), Stream.<EObject>concat(Stream.of(object, meter), meter.getCompanions().stream()).toList(), () -> Models.remove(object)));
	}

	private static Stream<Site> requiredClass(Meter meter) {
		return required(meter).flatMap(requirement -> objects(meter, requirement)).distinct().filter(object -> CosemObjects.classId(object) == 1).flatMap(object -> meter.getClasses().stream().filter(type -> type.getClassId() == 3).map(register -> Site.of(Models.label(object), object, meter, () -> {
			object.getAttributes().forEach(attribute -> attribute.setDefinition(register.getAttributes().get(CosemObjects.index(attribute) - 1)));
			object.setInterfaceClass(register);
		})));
	}

	private static Stream<Site> demanded(Meter meter, Predicate<RequiredAttribute> which, BiPredicate<RequiredAttribute, Attribute> where, BiConsumer<RequiredAttribute, Attribute> spoil) {
		return required(meter).flatMap(requirement -> requirement.getAttributes().stream().filter(which).flatMap(demand -> objects(meter, requirement).flatMap(object -> CosemObjects.attribute(object, demand.getIndex()).stream())
				.filter(attribute -> where.test(demand, attribute)).map(attribute -> Site.of("%s %d".formatted(Models.label((CosemObject) attribute.eContainer()), demand.getIndex()), attribute, () -> spoil.accept(demand, attribute)))));
	}

	private static Stream<Site> requiredType(Meter meter) {
		return demanded(meter, demand -> demand.getType() != null && demand.getType().bare() instanceof DataType.Simple, (demand, attribute) -> CosemObjects.index(attribute) == 2, (demand, attribute) -> {
			attribute.setType(DataType.valueOf("float64"));
			attribute.setValue(null);
		});
	}

	private static Stream<Site> requiredConstant(Meter meter) {
		return demanded(meter, demand -> demand.getValue() != null, (demand, attribute) -> demand.getValue().equals(attribute.getValue()), (demand, attribute) -> attribute.setValue(other(demand.getValue())));
	}

	/** Another value of the same type. */
	private static Value other(Value value) {
		return switch (value) {
			case Value.Int number -> new Value.Int(number.tag(), number.value().signum() > 0 ? number.value().subtract(BigInteger.ONE) : BigInteger.ONE);
			case Value.Bool bool -> new Value.Bool(!bool.value());
			case Value.Structure structure -> new Value.Structure(Stream.concat(Stream.of(other(structure.fields().getFirst())), structure.fields().stream().skip(1)).toList());
			case Value.Array array when !array.elements().isEmpty() -> new Value.Array(Stream.concat(Stream.of(other(array.elements().getFirst())), array.elements().stream().skip(1)).toList());
			default -> new Value.Int(DataTag.INTEGER, 99);
		};
	}

	private static Stream<UseCase> useCases(Meter meter) {
		return meter.getCompanions().stream().flatMap(companion -> companion.getUseCases().stream());
	}

	private static Stream<Site> useCaseInternal(Meter meter) {
		return useCases(meter).flatMap(useCase -> useCase.getSteps().stream()).flatMap(step -> reached(meter, step)).distinct().filter(object -> !object.isInternal()).map(object -> Models.site(object, each -> {
			each.setInternal(true);
			Models.associations(meter).forEach(association -> association.getEntries().removeIf(entry -> entry.getObject() == each));
		}));
	}

	private static Stream<CosemObject> reached(Meter meter, UseCaseStep step) {
		return step.getLogicalName() == null ? Stream.empty() : Models.objects(meter, step.getClassId()).filter(object -> object.getLogicalName().equals(step.getLogicalName()));
	}

	private static Stream<Site> rightLost(Meter meter, Verb verb) {
		return useCases(meter).flatMap(useCase -> useCase.getSteps().stream().filter(step -> step.getVerb() == verb).flatMap(step -> reached(meter, step).flatMap(object -> entries(meter, useCase, object)
				.filter(entry -> allows(entry, step)).map(entry -> new Site("%s of %s".formatted(Models.label(object), useCase.getName()), List.of(entry, object, entry.eContainer()), () -> forbid(entry, step))))));
	}

	private static Stream<ObjectListEntry> entries(Meter meter, UseCase useCase, CosemObject object) {
		return Models.entries(meter).filter(entry -> entry.getObject() == object && useCase.getRoles().stream().anyMatch(role -> ((Association) entry.eContainer()).getRole() == role));
	}

	private static boolean allows(ObjectListEntry entry, UseCaseStep step) {
		return switch (step.getVerb()) {
			case READ -> (entry.getRights().attributeMode(step.getIndex()) & AccessModes.READ) != 0;
			case WRITE -> (entry.getRights().attributeMode(step.getIndex()) & AccessModes.WRITE) != 0;
			case CALL -> entry.getRights().methodMode(step.getIndex()) != 0;
		};
	}

	private static void forbid(ObjectListEntry entry, UseCaseStep step) {
		int mode = entry.getRights().attributeMode(step.getIndex());
		entry.setRights(switch (step.getVerb()) {
			case READ -> entry.getRights().with(new AttributeAccess(step.getIndex(), mode & ~AccessModes.READ));
			case WRITE -> entry.getRights().with(new AttributeAccess(step.getIndex(), mode & ~AccessModes.WRITE));
			case CALL -> entry.getRights().with(new MethodAccess(step.getIndex(), 0));
		});
	}

	private static Stream<Alert> alerts(Meter meter, Predicate<Alert> which) {
		return meter.getAlerts().stream().filter(alert -> alert.getCompanion() != null && declared(meter, alert)).filter(which);
	}

	private static boolean declared(Meter meter, Alert alert) {
		return meter.getCompanions().stream().map(Companion::getAlerts).flatMap(List::stream).anyMatch(other -> other.getCode() == alert.getCode());
	}

	private static Stream<Site> otherRecipient(Meter meter) {
		return alerts(meter, alert -> !alert.getRecipients().isEmpty()).flatMap(alert -> meter.getRoles().stream().filter(role -> !alert.getRecipients().contains(role) && Models.associations(meter).anyMatch(association -> association.getRole() == role)).limit(1).map(role -> Models.site(alert, each -> {
			each.getRecipients().clear();
			each.getRecipients().add(role);
		})));
	}

	private static Stream<Site> unlogged(Meter meter) {
		return meter.getReactions().stream().filter(reaction -> reaction.getActions().stream().anyMatch(LogAction.class::isInstance)).flatMap(reaction -> reaction.getActions().stream().filter(AlertAction.class::isInstance).map(action -> ((AlertAction) action).getAlert())
				.filter(alert -> declared(meter, alert) && !alert.getLogs().isEmpty() && alone(meter, reaction, alert)).map(alert -> new Site(Models.label(alert), List.of(alert, reaction), () -> {
					reaction.getActions().removeIf(LogAction.class::isInstance);
				})));
	}

	private static boolean alone(Meter meter, Reaction reaction, Alert alert) {
		return meter.getReactions().stream().noneMatch(other -> other != reaction && Stream.concat(other.getActions().stream(), other.getReturnActions().stream()).anyMatch(action -> action instanceof AlertAction it && it.getAlert() == alert));
	}
}
