// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.Context;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.KeySlot;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Reference;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/** Rules on keys, policies and what has to be protected. */
public final class ProtectionRules implements RuleArea {
	/** PDU without room for a block. */
	public static final String TINY_PDU = "MW-ASSOC-050";
	/** Ciphering without keys. */
	public static final String NO_KEYS = "MW-ASSOC-051";
	/** Two keys in one slot. */
	public static final String SHARED_SLOT = "MW-ASSOC-052";
	/** One key of two set-ups. */
	public static final String SHARED_KEY = "MW-ASSOC-054";
	/** Reserved bits of a policy. */
	public static final String RESERVED_POLICY = "MW-ASSOC-053";
	/** Change in clear. */
	public static final String CHANGE_IN_CLEAR = "MW-RIGHT-050";
	/** Secret in a profile. */
	public static final String SECRET_CAPTURED = "MW-PROF-050";
	/** Logical name in a profile. */
	public static final String NAME_CAPTURED = "MW-PROF-051";

	private static final int CAPTURE_OBJECTS = 3;
	private static final int POLICY = 2;
	private static final String MASTER_KEY = "master";
	private static final int SUITE_0_POLICY_BITS = 3;
	/** Ciphering and a block's number take some 50 octets. */
	private static final int LEAST_PDU = 64;
	/** Authenticated, encrypted and signed request, alike in a policy and in the rights of Association LN version 3. */
	private static final int OF_REQUESTS = AccessModes.AUTHENTICATED_REQUEST | AccessModes.ENCRYPTED_REQUEST | AccessModes.SIGNED_REQUEST;

	@Override
	public void register(RuleBook book) {
		book.on(Association.class, TINY_PDU, this::tinyPdu);
		book.on(Association.class, NO_KEYS, this::noKeys);
		book.onClass(ClassIds.SECURITY_SETUP, SHARED_SLOT, this::sharedSlot);
		book.on(Meter.class, SHARED_KEY, this::sharedKey);
		book.onClass(ClassIds.SECURITY_SETUP, RESERVED_POLICY, this::reservedPolicy);
		book.on(ObjectListEntry.class, CHANGE_IN_CLEAR, this::changeInClear);
		book.onClass(ClassIds.PROFILE_GENERIC, SECRET_CAPTURED, this::secretCaptured);
		book.onClass(ClassIds.PROFILE_GENERIC, NAME_CAPTURED, this::nameCaptured);
	}

	private void tinyPdu(Association association, Facts facts, Report report) {
		int octets = association.getMaximumPdu();
		if (octets > 0 && octets < LEAST_PDU) {
			report.on(association, "a PDU of %d octets leaves %s no room for a block of data; give it %d or more".formatted(octets, association.getName(), LEAST_PDU));
		}
	}

	private void noKeys(Association association, Facts facts, Report report) {
		CosemObject security = association.getSecurity();
		if (association.getContext() == Context.CIPHERED && Facts.is(security, ClassIds.SECURITY_SETUP) && security.getKeys().isEmpty()) {
			report.on(association, "%s is ciphered by %s, which says of no key in which slot it is".formatted(association.getName(), Facts.label(security)), Proposals.object(security));
		}
	}

	private void sharedSlot(CosemObject security, Facts facts, Report report) {
		Map<Integer, KeySlot> seen = new HashMap<>();
		for (KeySlot key : security.getKeys()) {
			KeySlot first = seen.putIfAbsent(key.getSlot(), key);
			if (first != null) {
				report.on(security, "%s and %s of %s are both in slot %d: who knows one key knows both".formatted(first.getName(), key.getName(), Facts.label(security), key.getSlot()),
						key.getName());
			}
		}
	}

	/** The master key wraps others and may be one for all of them. */
	private void sharedKey(Meter meter, Facts facts, Report report) {
		Map<Integer, CosemObject> seen = new HashMap<>();
		facts.objects().filter(object -> Facts.is(object, ClassIds.SECURITY_SETUP)).forEach(security -> {
			for (KeySlot key : security.getKeys()) {
				CosemObject first = MASTER_KEY.equals(key.getName()) ? security : seen.computeIfAbsent(key.getSlot(), slot -> security);
				if (first != security) {
					report.on(security, "%s has its %s in slot %d, where %s has a key too: the clients of both know it".formatted(Facts.label(security), key.getName(), key.getSlot(),
							Facts.label(first)), key.getName());
				}
			}
		});
	}

	private void reservedPolicy(CosemObject security, Facts facts, Report report) {
		boolean bits = security.getInterfaceClass().getVersion() > 0;
		if (bits && Facts.number(security, POLICY).filter(policy -> policy > 0 && (policy & SUITE_0_POLICY_BITS) != 0).isPresent()) {
			report.on(security, POLICY, "security_policy of %s has bit 0 or 1, which are reserved; they were version 0's".formatted(Facts.label(security)),
					policy(Facts.number(security, POLICY).orElseThrow()));
		}
	}

	/** Says in the bits of version 1 what a number was in version 0: 1 for authenticated, 2 for encrypted messages, both ways. */
	private static String policy(long number) {
		Stream<String> authenticated = (number & 1) == 0 ? Stream.empty() : Stream.of("authenticated_request", "authenticated_response");
		Stream<String> encrypted = (number & 2) == 0 ? Stream.empty() : Stream.of("encrypted_request", "encrypted_response");
		return Stream.concat(authenticated, encrypted).collect(Collectors.joining(" | "));
	}

	private void changeInClear(ObjectListEntry entry, Facts facts, Report report) {
		Association association = (Association) entry.eContainer();
		CosemObject security = association.getSecurity();
		boolean open = association.getContext() == Context.CIPHERED && Facts.is(security, ClassIds.SECURITY_SETUP) && security.getInterfaceClass().getVersion() > 0
				&& Facts.number(security, POLICY).filter(policy -> (policy & OF_REQUESTS) == 0).isPresent();
		if (!open) {
			return;
		}
		for (AttributeAccess access : entry.getRights().attributes()) {
			if ((access.mode() & AccessModes.WRITE) != 0 && (access.mode() & OF_REQUESTS) == 0) {
				report.on(entry, "%s may write %s of %s without any protection, though it can cipher".formatted(association.getName(), Facts.label(entry.getObject(), access.index()),
						Facts.label(entry.getObject())), Proposals.object(security));
				return;
			}
		}
		for (MethodAccess access : entry.getRights().methods()) {
			if ((access.mode() & AccessModes.ACCESS) != 0 && (access.mode() & OF_REQUESTS) == 0 && !Facts.is(entry.getObject(), ClassIds.ASSOCIATION_LN)) {
				report.on(entry, "%s may call method %d of %s without any protection, though it can cipher".formatted(association.getName(), access.index(), Facts.label(entry.getObject())),
						Proposals.object(security));
				return;
			}
		}
	}

	private void secretCaptured(CosemObject profile, Facts facts, Report report) {
		for (Reference column : columns(profile, facts)) {
			facts.target(column).flatMap(target -> Facts.attribute(target, column.member())).map(attribute -> attribute.getDefinition()).filter(AttributeDefinition::isSecret)
					.ifPresent(definition -> report.on(profile, CAPTURE_OBJECTS, "%s captures %s of %s, which is secret: whoever reads the buffer reads it".formatted(Facts.label(profile),
							definition.getName(), column.logicalName()), Proposals.column(column, facts)));
		}
	}

	private void nameCaptured(CosemObject profile, Facts facts, Report report) {
		columns(profile, facts).stream().filter(column -> column.member() == 1).forEach(column -> report.on(profile, CAPTURE_OBJECTS,
				"%s captures the logical name %s, which never changes, instead of a value".formatted(Facts.label(profile), column.logicalName()),
				facts.target(column).map(ProtectionRules::columnAndValue).orElse(new String[0])));
	}

	/** Names attribute 1, which is captured, and attribute 2, which is likely to be meant. */
	private static String[] columnAndValue(CosemObject object) {
		return Stream.of(1, 2).flatMap(index -> Stream.of(Proposals.attribute(object, index))).toArray(String[]::new);
	}

	private static List<Reference> columns(CosemObject profile, Facts facts) {
		return Facts.attribute(profile, CAPTURE_OBJECTS).map(facts::references).orElse(List.of());
	}
}
