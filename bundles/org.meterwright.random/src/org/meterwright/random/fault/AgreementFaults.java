// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random.fault;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.RequiredAssociation;
import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.RequirementKind;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.RoleAccess;
import org.meterwright.cosem.ScriptName;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.UseCaseStep;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Values;

/** Faults between a meter and its companion in who may do what, in associations, use cases and codes; and between two companions. */
final class AgreementFaults {
	private static final CosemFactory FACTORY = CosemFactory.eINSTANCE;
	private static final int SCRIPT_TABLE = 9;
	private static final int NO_SCRIPT = 199;

	/** An access that the companion speaks of, and the entry of an object list that gives it. */
	private record Given(Companion companion, Requirement requirement, RoleAccess access, ObjectListEntry entry) {
		Site site(Consumer<Given> spoil) {
			return new Site("%s %s %d".formatted(Models.label(entry.getObject()), access.getVerb(), access.getIndex()),
					List.<EObject>of(entry, entry.getObject(), entry.eContainer(), entry.eContainer().eContainer().eContainer()), () -> spoil.accept(this));
		}
	}

	private AgreementFaults() {
	}

	static List<FaultKind> kinds() {
		return List.of(
				FaultKind.of("forbidden-object", "An object is there that the companion forbids.", "COMP", meter -> required(meter, requirement -> true, each -> each.setKind(RequirementKind.FORBID))),
				FaultKind.of("companions-disagree", "One companion requires what another forbids.", "COMP", AgreementFaults::disagree),
				FaultKind.of("required-script-lost", "A script that the companion names is not there.", "COMP", meter -> required(meter, requirement -> requirement.getClassId() == SCRIPT_TABLE, AgreementFaults::demandScript)),
				FaultKind.of("access-lost", "A role lacks a right that the companion gives it.", "COMP", meter -> given(meter, Verb.READ).map(each -> each.site(AgreementFaults::takeAway))),
				FaultKind.of("access-denied", "A role has a right that the companion denies it.", "COMP", meter -> given(meter, Verb.READ).map(each -> each.site(given -> given.access().setDenied(true)))),
				FaultKind.of("access-of-others", "A role has a right that the companion gives to another alone.", "COMP", meter -> given(meter, Verb.READ).map(each -> each.site(AgreementFaults::giveToOthers))),
				FaultKind.of("required-association-lost", "An association that the companion requires is missing.", "COMP", meter -> associations(meter, (wanted, own) -> ((LogicalDevice) own.eContainer()).getAssociations().remove(own))),
				FaultKind.of("forbidden-association", "There is an association that the companion forbids.", "COMP", meter -> associations(meter, (wanted, own) -> wanted.setKind(RequirementKind.FORBID))),
				FaultKind.of("required-pdu", "An association takes smaller PDUs than the companion demands.", "COMP", meter -> associations(meter, (wanted, own) -> wanted.setMinimumPdu(own.getMaximumPdu() + 1))),
				FaultKind.of("required-mechanism", "An association has another mechanism than the companion demands.", "COMP", meter -> associations(meter, (wanted, own) -> wanted.setMechanism(own.getMechanism() == 7 ? 5 : 7))),
				FaultKind.of("use-case-code-twice", "Two use cases have one message code.", "COMP", meter -> useCases(meter, useCase -> useCase.getMessage() > 0, useCase -> useCase.setMessage(other(useCase)))),
				FaultKind.of("use-case-member", "A use case needs an attribute or method that is not there.", "COMP", meter -> steps(meter, step -> true, step -> step.setIndex(77))),
				FaultKind.of("use-case-script", "A use case runs a script that is not there.", "COMP", meter -> steps(meter, step -> step.getClassId() == SCRIPT_TABLE && step.getConstant() != null, step -> step.setConstant(Values.longUnsigned(NO_SCRIPT)))),
				FaultKind.of("use-case-selector", "A use case selects rows with a selector that the role may not use.", "COMP RIGHT", meter -> steps(meter, step -> step.getSelectors().contains(1), step -> unselect(meter, step))),
				FaultKind.of("alert-of-companion", "An Alert of the maker's has the code of a companion's.", "COMP EVENT", meter -> alerts(meter, alert -> alert.getCompanion() != null && alert.getPush() == null, alert -> alert.setCompanion(null))),
				FaultKind.of("role-lost", "Nobody has the role for which mandated Alerts are.", "COMP GBCS EVENT", meter -> Models.associations(meter).filter(each -> each.getRole() != null && meter.getAlerts().stream().anyMatch(alert -> alert.getRecipients().contains(each.getRole())))
						.map(association -> new Site(Models.label(association), Stream.<EObject>concat(Stream.of(association, meter), meter.getAlerts().stream()).toList(), () -> association.setRole(null)))));
	}

	private static Optional<CosemObject> object(Meter meter, Requirement requirement) {
		return Models.objects(meter, requirement.getClassId()).filter(object -> object.getLogicalName().equals(requirement.getLogicalName())).findFirst();
	}

	private static Stream<Companion> companions(Meter meter) {
		return meter.getCompanions().stream();
	}

	private static Stream<Site> required(Meter meter, Predicate<Requirement> where, Consumer<Requirement> spoil) {
		return companions(meter).flatMap(companion -> companion.getRequirements().stream()).filter(each -> each.getKind() == RequirementKind.REQUIRE && where.test(each))
				.flatMap(each -> object(meter, each).stream().map(object -> Site.of(Models.label(object), object, meter, () -> spoil.accept(each))));
	}

	private static void demandScript(Requirement requirement) {
		ScriptName script = FACTORY.createScriptName();
		script.setName("demanded");
		script.setScriptId(NO_SCRIPT);
		requirement.getScripts().add(script);
	}

	private static Stream<Site> disagree(Meter meter) {
		return companions(meter).flatMap(companion -> companion.getRequirements().stream()).filter(each -> each.getKind() == RequirementKind.REQUIRE).map(each -> Site.of(each.getName(), meter, () -> {
			Requirement forbidden = FACTORY.createRequirement();
			forbidden.setName(each.getName());
			forbidden.setKind(RequirementKind.FORBID);
			forbidden.setClassId(each.getClassId());
			forbidden.setLogicalName(each.getLogicalName());
			Companion other = FACTORY.createCompanion();
			other.setName("acme.extra");
			other.getRequirements().add(forbidden);
			meter.getCompanions().add(other);
		}));
	}

	private static Stream<Given> given(Meter meter, Verb verb) {
		return companions(meter).flatMap(companion -> companion.getRequirements().stream().flatMap(requirement -> requirement.getAccesses().stream().filter(access -> !access.isDenied() && access.getVerb() == verb)
				.flatMap(access -> Models.entries(meter).filter(entry -> isFor(entry, requirement, access)).map(entry -> new Given(companion, requirement, access, entry)))));
	}

	private static boolean isFor(ObjectListEntry entry, Requirement requirement, RoleAccess access) {
		Role role = ((Association) entry.eContainer()).getRole();
		return role != null && access.getRoles().stream().anyMatch(each -> Objects.equals(each.getName(), role.getName())) && CosemObjects.classId(entry.getObject()) == requirement.getClassId()
				&& entry.getObject().getLogicalName().equals(requirement.getLogicalName()) && (entry.getRights().attributeMode(access.getIndex()) & AccessModes.READ) != 0;
	}

	private static void takeAway(Given given) {
		given.entry().setRights(given.entry().getRights().with(new AttributeAccess(given.access().getIndex(), 0)));
	}

	private static void giveToOthers(Given given) {
		Role other = FACTORY.createRole();
		other.setName("Somebody");
		given.companion().getRoles().add(other);
		given.access().setExclusive(true);
		given.access().getRoles().clear();
		given.access().getRoles().add(other);
	}

	private static Stream<Site> associations(Meter meter, BiConsumer<RequiredAssociation, Association> spoil) {
		return companions(meter).flatMap(companion -> companion.getAssociations().stream()).filter(each -> each.getKind() == RequirementKind.REQUIRE && each.getRole() != null)
				.flatMap(wanted -> Models.associations(meter).filter(own -> own.getRole() != null && Objects.equals(own.getRole().getName(), wanted.getRole().getName()))
						.map(own -> Site.of(Models.label(own), own, meter, () -> spoil.accept(wanted, own))));
	}

	private static int other(UseCase useCase) {
		return ((Companion) useCase.eContainer()).getUseCases().stream().filter(each -> each != useCase && each.getMessage() > 0).findFirst().orElseThrow().getMessage();
	}

	private static Stream<Site> useCases(Meter meter, Predicate<UseCase> where, Consumer<UseCase> spoil) {
		return companions(meter).flatMap(companion -> companion.getUseCases().stream()).filter(where)
				.map(useCase -> Site.of(Models.label(useCase), useCase, meter, () -> spoil.accept(useCase)));
	}

	private static Stream<Site> steps(Meter meter, Predicate<UseCaseStep> where, Consumer<UseCaseStep> spoil) {
		return companions(meter).flatMap(companion -> companion.getUseCases().stream()).filter(useCase -> !useCase.getRoles().isEmpty())
				.flatMap(useCase -> useCase.getSteps().stream().filter(where).flatMap(step -> Models.objects(meter, step.getClassId()).filter(object -> object.getLogicalName().equals(step.getLogicalName()))
						.map(object -> new Site("%s %s".formatted(useCase.getName(), Models.label(object)), Stream.<EObject>concat(Stream.of(object, meter), Models.associations(meter)).toList(), () -> spoil.accept(step)))));
	}

	/** Leaves the other selector of profiles to all who read an attribute. */
	private static void unselect(Meter meter, UseCaseStep step) {
		Models.entries(meter).filter(entry -> CosemObjects.classId(entry.getObject()) == step.getClassId() && entry.getObject().getLogicalName().equals(step.getLogicalName()))
				.forEach(entry -> entry.setRights(entry.getRights().with(new AttributeAccess(step.getIndex(), entry.getRights().attributeMode(step.getIndex()), List.of(2)))));
	}

	private static Stream<Site> alerts(Meter meter, Predicate<Alert> where, Consumer<Alert> spoil) {
		return companions(meter).findAny().isEmpty() ? Stream.empty() : meter.getAlerts().stream().filter(where).map(alert -> Models.site(alert, spoil));
	}
}
