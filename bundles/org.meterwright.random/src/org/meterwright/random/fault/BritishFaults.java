// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random.fault;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.cosem.Action;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.AlertAction;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.CaptureAction;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogAction;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.ThresholdTrigger;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.LogicalName;

/** Faults against what GBCS asks: Critical commands, protection, the home area network, logs, and the three behaviours. */
final class BritishFaults {
	private static final CosemFactory FACTORY = CosemFactory.eINSTANCE;
	private static final int PROFILE = 7;
	private static final int SCRIPTS = 9;
	private static final int MONITOR = 21;
	private static final int ACCOUNT = 111;
	private static final int CREDIT = 112;
	private static final int AUTHENTICATED = AccessModes.AUTHENTICATED_REQUEST | AccessModes.ENCRYPTED_REQUEST;
	private static final String SECURITY_LOG = "0-0:99.98.1*255";
	private static final int BILLING_ALERT = 0x8F0A;
	private static final int CREDIT_ALERT = 0x8F0F;

	private BritishFaults() {
	}

	static List<FaultKind> kinds() {
		return Stream.of(commands(), behaviours(), places()).flatMap(List::stream).toList();
	}

	private static List<FaultKind> commands() {
		return List.of(
				FaultKind.of("command-critical", "A maker's command is Critical.", "GBCS", BritishFaults::makersCommand),
				FaultKind.of("alert-critical", "A maker's Alert is Critical.", "GBCS COMP EVENT", meter -> alerts(meter, alert -> true, BritishFaults::makersAlert)),
				FaultKind.of("alert-never-critical", "An Alert of a code that is never Critical is Critical.", "GBCS COMP", meter -> alerts(meter, alert -> alert.getCode() >> 8 == 0x80 || alert.getCode() >> 8 == 0x81, alert -> alert.setCritical(true))),
				FaultKind.of("signature-lost", "A Critical command is carried out without a signature.", "GBCS", meter -> rights(meter, mode -> (mode & AccessModes.SIGNED_REQUEST) != 0, mode -> mode & ~AccessModes.SIGNED_REQUEST)),
				FaultKind.of("signature-asked", "A signature is asked for where the command has none.", "GBCS RIGHT", meter -> rights(meter, mode -> (mode & AccessModes.SIGNED_REQUEST) == 0, mode -> mode | AccessModes.SIGNED_REQUEST)),
				FaultKind.of("signature-shared", "What is read without a signature is written with one.", "RIGHT", BritishFaults::signatureShared),
				FaultKind.of("device-type", "A device without a DLMS COSEM server has one.", "GBCS", meter -> british(meter).map(companion -> Site.of(companion.getName(), meter, companion, () -> meter.getCompanions().forEach(each -> each.setDeviceType("PPMID"))))),
				FaultKind.of("role-twice", "Two associations are for one role.", "GBCS", BritishFaults::roleTwice),
				FaultKind.of("security-log-cleared", "A client can clear the Security Log.", "GBCS", BritishFaults::clears),
				FaultKind.of("account-written", "The active account can be written.", "GBCS COMP", BritishFaults::accountWritten));
	}

	private static List<FaultKind> behaviours() {
		return List.of(
				FaultKind.of("credit-unwatched", "Nothing disables the supply when the credit is used up.", "GBCS", meter -> reactions(meter, BritishFaults::watchesCredit, reaction -> reaction.getActions().removeIf(action -> !(action instanceof AlertAction)))),
				FaultKind.of("credit-unguarded", "No calendar holds the disablement back.", "GBCS", meter -> reactions(meter, reaction -> watchesCredit(reaction) && reaction.getGuard() != null, reaction -> reaction.setGuard(null))),
				FaultKind.of("credit-untold", "The supply is disabled for lack of credit without the Alert.", "GBCS", meter -> reactions(meter, reaction -> tells(reaction, CREDIT_ALERT), reaction -> untold(reaction, CREDIT_ALERT))),
				FaultKind.of("billing-untold", "The billing period ends without the Alert.", "GBCS", meter -> reactions(meter, reaction -> tells(reaction, BILLING_ALERT), reaction -> untold(reaction, BILLING_ALERT))),
				FaultKind.of("billing-uncaptured", "Nothing captures the billing data at the end of the period.", "GBCS PROF", meter -> reactions(meter, reaction -> captures(reaction, "0-0:98.1.0*255"), reaction -> reaction.getActions().removeIf(CaptureAction.class::isInstance))),
				FaultKind.of("event-unlogged", "Nothing logs an event that GBCS mandates.", "GBCS EVENT", meter -> reactions(meter, reaction -> !reaction.getActions().isEmpty() && reaction.getActions().stream().allMatch(LogAction.class::isInstance), reaction -> reaction.getActions().clear())));
	}

	private static List<FaultKind> places() {
		return List.of(
				FaultKind.of("supply-script-lost", "A script of the supply is missing.", "GBCS COMP REF EVENT SCRIPT", meter -> values(meter, SCRIPTS, "0-0:10.0.106*255", 2, Part::shorten)),
				FaultKind.of("block-threshold-lost", "A block monitor has two thresholds.", "GBCS COMP MON", BritishFaults::blockThreshold),
				FaultKind.of("log-columns-turned", "The rows of a log begin with the code instead of the time.", "GBCS COMP PROF", meter -> values(meter, PROFILE, SECURITY_LOG, 3, Part::turn)),
				FaultKind.of("captured-internal", "A profile that the HAN reads captures an internal object.", "GBCS COMP PROF RIGHT", BritishFaults::capturedInternal));
	}

	private static Stream<Companion> british(Meter meter) {
		return meter.getCompanions().stream().filter(companion -> companion.getName().startsWith("gbcs.v4")).limit(1);
	}

	private static boolean isBritish(Meter meter) {
		return british(meter).findAny().isPresent();
	}

	private static Stream<Alert> alerts(Meter meter) {
		return isBritish(meter) ? meter.getAlerts().stream() : Stream.empty();
	}

	private static Stream<Site> alerts(Meter meter, Predicate<Alert> where, Consumer<Alert> spoil) {
		return alerts(meter).filter(where).map(alert -> Models.site(alert, spoil));
	}

	private static void makersAlert(Alert alert) {
		alert.setCompanion(null);
		alert.setCode(0x8FF0);
		alert.setCritical(true);
	}

	private static Stream<Site> makersCommand(Meter meter) {
		return british(meter).flatMap(companion -> meter.getRoles().stream().map(role -> {
			UseCase useCase = FACTORY.createUseCase();
			useCase.setName("ACME1");
			useCase.setMessage(0x7001);
			useCase.setCritical(true);
			useCase.getRoles().add(role);
			Companion makers = FACTORY.createCompanion();
			makers.setName("acme.extra");
			makers.getUseCases().add(useCase);
			return Site.of(role.getName(), useCase, () -> meter.getCompanions().add(makers));
		}));
	}

	private static Stream<ObjectListEntry> entries(Meter meter) {
		return isBritish(meter) ? Models.entries(meter).filter(entry -> ((Association) entry.eContainer()).getRole() != null) : Stream.empty();
	}

	private static Site entry(ObjectListEntry entry, Runnable spoil) {
		return new Site("%s for %s".formatted(Models.label(entry.getObject()), Models.label((Association) entry.eContainer())), List.<EObject>of(entry, entry.getObject(), entry.eContainer()), spoil);
	}

	/** Changes the mode of an attribute that a use case of the role writes. */
	private static Stream<Site> rights(Meter meter, IntPredicate where, IntUnaryOperator change) {
		return entries(meter).flatMap(entry -> entry.getRights().attributes().stream().filter(access -> (access.mode() & AccessModes.WRITE) != 0 && where.test(access.mode()) && isWritten(meter, entry, access))
				.limit(1).map(access -> entry(entry, () -> entry.setRights(entry.getRights().with(new AttributeAccess(access.index(), change.applyAsInt(access.mode()), access.selectors()))))));
	}

	private static boolean isWritten(Meter meter, ObjectListEntry entry, AttributeAccess access) {
		String role = ((Association) entry.eContainer()).getRole().getName();
		return meter.getCompanions().stream().flatMap(companion -> companion.getUseCases().stream()).filter(useCase -> useCase.getRoles().stream().anyMatch(each -> role.equals(each.getName())))
				.flatMap(useCase -> useCase.getSteps().stream()).anyMatch(step -> step.getVerb() == Verb.WRITE && step.getIndex() == access.index()
						&& step.getClassId() == CosemObjects.classId(entry.getObject()) && step.getLogicalName().equals(entry.getObject().getLogicalName()));
	}

	private static Stream<Site> signatureShared(Meter meter) {
		return entries(meter).filter(entry -> meter.getAcceptances().stream().noneMatch(each -> each.getSubject() == entry.eContainer())).flatMap(entry -> entry.getRights().attributes().stream()
				.filter(access -> access.index() > 1 && (access.mode() & AccessModes.READ) != 0 && (access.mode() & AccessModes.AUTHENTICATED_REQUEST) != 0).limit(1)
				.map(access -> entry(entry, () -> entry.setRights(entry.getRights().with(new AttributeAccess(access.index(), access.mode() | AccessModes.WRITE | AccessModes.SIGNED_REQUEST, access.selectors()))))));
	}

	private static Stream<Site> roleTwice(Meter meter) {
		List<Association> all = isBritish(meter) ? Models.associations(meter).filter(each -> each.getRole() != null).toList() : List.of();
		return all.stream().skip(1).map(association -> Site.of(Models.label(association), association, meter, () -> association.setRole(all.getFirst().getRole())));
	}

	private static Stream<Site> clears(Meter meter) {
		return entries(meter).filter(entry -> entry.getObject().getLogicalName().equals(LogicalName.valueOf(SECURITY_LOG))).map(entry -> entry(entry,
				() -> entry.setRights(entry.getRights().with(new MethodAccess(1, AccessModes.ACCESS | AUTHENTICATED)))));
	}

	private static Stream<Site> accountWritten(Meter meter) {
		return entries(meter).filter(entry -> CosemObjects.classId(entry.getObject()) == ACCOUNT && entry.getObject().getLogicalName().b() == 0).flatMap(entry -> Stream.of(2, 7).map(index -> entry(entry,
				() -> entry.setRights(entry.getRights().with(new AttributeAccess(index, AccessModes.READ | AccessModes.WRITE | AUTHENTICATED))))));
	}

	private static Stream<Site> reactions(Meter meter, Predicate<Reaction> where, Consumer<Reaction> spoil) {
		return isBritish(meter) ? Models.reactions(meter).filter(where).map(reaction -> new Site(Models.label(reaction), Stream.<EObject>concat(Stream.of(reaction, meter), Models.objects(meter, CREDIT, PROFILE)).toList(),
				() -> spoil.accept(reaction))) : Stream.empty();
	}

	private static boolean watchesCredit(Reaction reaction) {
		return reaction.getTrigger() instanceof ThresholdTrigger trigger && trigger.getMonitored() != null && trigger.getMonitored().getObject().getLogicalName().equals(LogicalName.valueOf("0-0:19.10.0*255"))
				&& reaction.getActions().stream().anyMatch(action -> !(action instanceof AlertAction));
	}

	private static boolean tells(Reaction reaction, int code) {
		return reaction.getActions().stream().anyMatch(action -> isAlert(action, code));
	}

	private static boolean isAlert(Action action, int code) {
		return action instanceof AlertAction alert && alert.getAlert() != null && alert.getAlert().getCode() == code;
	}

	private static void untold(Reaction reaction, int code) {
		reaction.getActions().removeIf(action -> isAlert(action, code));
	}

	private static boolean captures(Reaction reaction, String log) {
		return reaction.getActions().stream().anyMatch(action -> action instanceof CaptureAction capture && capture.getProfile().getLogicalName().equals(LogicalName.valueOf(log)));
	}

	private static Stream<Site> values(Meter meter, int classId, String name, int index, Consumer<Part> spoil) {
		return isBritish(meter) ? Models.values(meter, classId, index).filter(part -> part.object().getLogicalName().equals(LogicalName.valueOf(name)) && part.inside().size() > 1)
				.map(part -> Site.of(part.label(), part.attribute(), part.object(), () -> spoil.accept(part))) : Stream.empty();
	}

	private static Stream<Site> blockThreshold(Meter meter) {
		return isBritish(meter) ? Models.values(meter, MONITOR, 2).filter(part -> part.object().getLogicalName().e() >= 11 && part.object().getLogicalName().e() <= 18 && part.inside().size() > 2)
				.map(part -> Site.of(part.label(), part.attribute(), part.object(), () -> part.shorten())) : Stream.empty();
	}

	private static Stream<Site> capturedInternal(Meter meter) {
		return entries(meter).filter(entry -> CosemObjects.classId(entry.getObject()) == PROFILE && (entry.getRights().attributeMode(2) & AccessModes.READ) != 0
				&& "HomeDevice".equals(((Association) entry.eContainer()).getRole().getName())).flatMap(entry -> Models.value(entry.getObject(), 3).stream().flatMap(part -> part.inside().stream())
						.flatMap(column -> Models.target(column).stream()).map(object -> Site.of(Models.label(object), entry.getObject(), entry.eContainer(), () -> internal(meter, object))));
	}

	private static void internal(Meter meter, CosemObject object) {
		object.setInternal(true);
		Models.associations(meter).forEach(association -> EcoreUtil.removeAll(association.getEntries().stream().filter(entry -> entry.getObject() == object).toList()));
	}
}
