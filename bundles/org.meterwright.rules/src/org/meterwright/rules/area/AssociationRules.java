// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Context;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/** Rules on who may associate, and how. */
public final class AssociationRules implements RuleArea {
	/** Two associations of one client. */
	public static final String DUPLICATE_CLIENT = "MW-ASSOC-001";
	/** Client address out of range. */
	public static final String CLIENT_RANGE = "MW-ASSOC-002";
	/** Public client with security. */
	public static final String PUBLIC_CLIENT = "MW-ASSOC-003";
	/** Ciphering without security set-up. */
	public static final String NO_SECURITY_FOR_CONTEXT = "MW-ASSOC-004";
	/** Mechanism without security set-up. */
	public static final String NO_SECURITY_FOR_MECHANISM = "MW-ASSOC-005";
	/** Mechanism without secret. */
	public static final String NO_SECRET = "MW-ASSOC-006";
	/** No such mechanism. */
	public static final String MECHANISM = "MW-ASSOC-007";
	/** Weak mechanism. */
	public static final String WEAK_MECHANISM = "MW-ASSOC-008";
	/** Association object missing. */
	public static final String NO_OBJECT = "MW-ASSOC-009";
	/** Security object of another class. */
	public static final String SECURITY_CLASS = "MW-ASSOC-010";
	/** Policy that a plain context cannot keep. */
	public static final String POLICY_IN_PLAIN = "MW-ASSOC-011";
	/** ECDSA without public key suite. */
	public static final String ECDSA_SUITE = "MW-ASSOC-012";
	/** One object for two associations. */
	public static final String SHARED_OBJECT = "MW-ASSOC-013";
	/** No public client. */
	public static final String NO_PUBLIC_CLIENT = "MW-ASSOC-014";
	/** Current association not readable. */
	public static final String LIST_UNREADABLE = "MW-ASSOC-015";
	/** Public client cannot read the device's name. */
	public static final String NAME_UNREADABLE = "MW-ASSOC-016";

	static final int PUBLIC = 16;
	private static final int LAST_CLIENT = 127;
	private static final int LOWEST = 0;
	private static final int GMAC = 5;
	private static final int SHA256 = 6;
	private static final int ECDSA = 7;
	private static final Set<Integer> WITH_SECRET = Set.of(1, 2, 3, 4, SHA256);
	private static final Map<Integer, String> WEAK = Map.of(3, "MD5", 4, "SHA-1");
	private static final int OBJECT_LIST = 2;
	private static final int POLICY = 2;
	private static final int SUITE = 3;
	private static final LogicalName DEVICE_NAME = LogicalName.valueOf("0-0:42.0.0*255");
	private static final LogicalName CURRENT = LogicalName.valueOf("0-0:40.0.0*255");

	/** Secret of two clients. */
	public static final String SHARED_SECRET = "MW-ASSOC-025";
	/** Ciphered context, nothing protected. */
	public static final String NO_POLICY = "MW-ASSOC-026";

	@Override
	public void register(RuleBook book) {
		book.on(Meter.class, SHARED_SECRET, this::sharedSecret);
		book.on(Association.class, NO_POLICY, this::noPolicy);
		book.on(LogicalDevice.class, DUPLICATE_CLIENT, this::duplicateClient);
		book.on(Association.class, CLIENT_RANGE, this::clientRange);
		book.on(Association.class, PUBLIC_CLIENT, this::publicClient);
		book.on(Association.class, NO_SECURITY_FOR_CONTEXT, this::noSecurityForContext);
		book.on(Association.class, NO_SECURITY_FOR_MECHANISM, this::noSecurityForMechanism);
		book.on(Association.class, NO_SECRET, this::noSecret);
		book.on(Association.class, MECHANISM, this::mechanism);
		book.on(Association.class, WEAK_MECHANISM, this::weakMechanism);
		book.on(Association.class, NO_OBJECT, this::noObject);
		book.on(Association.class, SECURITY_CLASS, this::securityClass);
		book.on(Association.class, POLICY_IN_PLAIN, this::policyInPlain);
		book.on(Association.class, ECDSA_SUITE, this::ecdsaSuite);
		book.on(LogicalDevice.class, SHARED_OBJECT, this::sharedObject);
		book.on(LogicalDevice.class, NO_PUBLIC_CLIENT, this::noPublicClient);
		book.on(Association.class, LIST_UNREADABLE, this::listUnreadable);
		book.on(Association.class, NAME_UNREADABLE, this::nameUnreadable);
	}

	private void duplicateClient(LogicalDevice device, Facts facts, Report report) {
		Map<Integer, Association> seen = new HashMap<>();
		for (Association association : device.getAssociations()) {
			Association first = seen.putIfAbsent(association.getClientSap(), association);
			if (first != null) {
				report.on(association, "client %d already has the association %s with %s".formatted(association.getClientSap(), first.getName(),
						device.getName()));
			}
		}
	}

	private void clientRange(Association association, Facts facts, Report report) {
		if (association.getClientSap() < 1 || association.getClientSap() > LAST_CLIENT) {
			report.on(association, "client address %d of %s is not 1 to 127".formatted(association.getClientSap(), association.getName()), freeClient(facts));
		}
	}

	private static String freeClient(Facts facts) {
		return Proposals.free(facts.associations().map(association -> (long) association.getClientSap()).toList(), PUBLIC + 1L);
	}

	private void publicClient(Association association, Facts facts, Report report) {
		boolean open = association.getMechanism() == LOWEST && association.getContext() == Context.PLAIN;
		if (association.getClientSap() == PUBLIC && !open) {
			report.on(association, "client 16 is the public client, which associates without security, but %s asks for some".formatted(
					association.getName()));
		}
	}

	private void noSecurityForContext(Association association, Facts facts, Report report) {
		if (association.getContext() == Context.CIPHERED && association.getSecurity() == null) {
			report.on(association, "%s is ciphered but names no security set-up".formatted(association.getName()), securities(association));
		}
	}

	private void noSecurityForMechanism(Association association, Facts facts, Report report) {
		boolean needed = association.getMechanism() >= GMAC && association.getMechanism() <= ECDSA;
		boolean told = association.getContext() == Context.CIPHERED;
		if (needed && !told && association.getSecurity() == null) {
			report.on(association, "%s authenticates with keys or system titles but names no security set-up".formatted(association.getName()), securities(association));
		}
	}

	/** Returns the names of the security set-ups that an association could name. */
	private static String[] securities(Association association) {
		return !(association.eContainer() instanceof LogicalDevice device) ? new String[0] : device.getObjects().stream()
				.filter(object -> Facts.is(object, ClassIds.SECURITY_SETUP) && object.getName() != null).map(CosemObject::getName).toArray(String[]::new);
	}

	private void noSecret(Association association, Facts facts, Report report) {
		if (WITH_SECRET.contains(association.getMechanism()) && association.getSecretSlot() < 0) {
			report.on(association, "%s authenticates with a secret but names no slot that holds it".formatted(association.getName()));
		}
	}

	private void mechanism(Association association, Facts facts, Report report) {
		if (association.getMechanism() < LOWEST || association.getMechanism() > ECDSA) {
			report.on(association, "there is no authentication mechanism %d".formatted(association.getMechanism()));
		}
	}

	private void weakMechanism(Association association, Facts facts, Report report) {
		if (WEAK.containsKey(association.getMechanism())) {
			report.on(association, "%s authenticates with %s, which is deprecated; use high_gmac".formatted(association.getName(),
					WEAK.get(association.getMechanism())));
		}
	}

	private void noObject(Association association, Facts facts, Report report) {
		CosemObject object = association.getObject();
		if (!Facts.is(object, ClassIds.ASSOCIATION_LN) && !Facts.is(object, ClassIds.ASSOCIATION_SN)) {
			report.on(association, "%s has no association object of class 15 or 12".formatted(association.getName()));
		}
	}

	private void securityClass(Association association, Facts facts, Report report) {
		CosemObject security = association.getSecurity();
		if (security != null && !Facts.is(security, ClassIds.SECURITY_SETUP)) {
			report.on(association, "%s is no security set-up but of class %s".formatted(Facts.label(security),
					Facts.label(security.getInterfaceClass())));
		}
	}

	private void policyInPlain(Association association, Facts facts, Report report) {
		CosemObject security = association.getSecurity();
		boolean plain = association.getContext() == Context.PLAIN && Facts.is(security, ClassIds.SECURITY_SETUP);
		if (plain && Facts.number(security, POLICY).filter(policy -> policy != 0).isPresent()) {
			report.on(association, "%s is plain, but %s demands protected messages".formatted(association.getName(), Facts.label(security)));
		}
	}

	private void ecdsaSuite(Association association, Facts facts, Report report) {
		if (association.getMechanism() == ECDSA && hasSuite0(association.getSecurity())) {
			report.on(association, "high_ecdsa needs security suite 1 or 2, but %s has suite 0".formatted(Facts.label(association.getSecurity())));
		}
	}

	/** Tells whether a security set-up is known to have suite 0, which has no signatures. */
	static boolean hasSuite0(CosemObject security) {
		return Facts.is(security, ClassIds.SECURITY_SETUP) && Facts.number(security, SUITE).filter(suite -> suite == 0).isPresent();
	}

	private void sharedObject(LogicalDevice device, Facts facts, Report report) {
		Map<CosemObject, Association> seen = new HashMap<>();
		for (Association association : device.getAssociations()) {
			Association first = association.getObject() == null ? null : seen.putIfAbsent(association.getObject(), association);
			if (first != null) {
				report.on(association, "%s and %s share the association object %s".formatted(association.getName(), first.getName(),
						Facts.label(association.getObject())));
			}
		}
	}

	private void noPublicClient(LogicalDevice device, Facts facts, Report report) {
		boolean management = device.getSap() == 1 && !device.getAssociations().isEmpty();
		if (management && device.getAssociations().stream().noneMatch(association -> association.getClientSap() == PUBLIC)) {
			report.on(device, "%s has no association for the public client 16".formatted(device.getName()), device.getName());
		}
	}

	private void listUnreadable(Association association, Facts facts, Report report) {
		boolean readable = facts.rights(association).reads(association.getObject(), OBJECT_LIST) || Facts.device(association).stream()
				.flatMap(device -> facts.named(device, CURRENT).stream()).anyMatch(object -> facts.rights(association).reads(object, OBJECT_LIST));
		if (association.getObject() != null && !readable) {
			report.on(association, "the client of %s cannot read its object list".formatted(association.getName()));
		}
	}

	private void nameUnreadable(Association association, Facts facts, Report report) {
		if (association.getClientSap() != PUBLIC) {
			return;
		}
		for (CosemObject name : Facts.device(association).map(device -> facts.named(device, DEVICE_NAME)).orElseThrow()) {
			if (!facts.rights(association).reads(name, 2)) {
				report.on(association, "the public client cannot read the logical device name 0-0:42.0.0*255", Proposals.object(name));
			}
		}
	}

	private void sharedSecret(Meter meter, Facts facts, Report report) {
		Map<Integer, Association> seen = new HashMap<>();
		facts.associations().filter(association -> association.getSecretSlot() > 0).forEach(association -> {
			Association first = seen.putIfAbsent(association.getSecretSlot(), association);
			if (first != null && first.getClientSap() != association.getClientSap()) {
				report.on(association, "%s and %s have one secret: slot %d".formatted(first.getName(), association.getName(), association.getSecretSlot()));
			}
		});
	}

	private void noPolicy(Association association, Facts facts, Report report) {
		boolean ciphered = association.getContext() == Context.CIPHERED && association.getSecurity() != null;
		if (ciphered && Facts.number(association.getSecurity(), 2).filter(policy -> policy == 0).isPresent()) {
			report.on(association, "%s is ciphered, but the policy of %s protects nothing: messages may be plain".formatted(association.getName(),
					Facts.label(association.getSecurity())), Proposals.object(association.getSecurity()));
		}
	}
}
