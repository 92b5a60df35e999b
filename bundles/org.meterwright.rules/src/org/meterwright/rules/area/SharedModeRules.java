// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AccessRights;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/** Rules on what reading and writing share: an attribute has one access mode for both. */
public final class SharedModeRules implements RuleArea {
	/** Reading that needs the signature of writing. */
	public static final String SIGNED_READING = "MW-RIGHT-017";

	private static final int NAMED_IN_MESSAGE = 3;
	private static final int READ_AND_SIGNED_WRITE = AccessModes.READ | AccessModes.WRITE | AccessModes.SIGNED_REQUEST;

	@Override
	public void register(RuleBook book) {
		book.on(Association.class, SIGNED_READING, this::signedReading);
	}

	/** A client that signs all that it reads wants it so; one that reads the rest without a signature is refused here. */
	private void signedReading(Association association, Facts facts, Report report) {
		// Many objects share their rights: each is looked into once.
		Map<AccessRights, List<AttributeAccess>> known = new IdentityHashMap<>();
		List<String> shared = new ArrayList<>();
		for (ObjectListEntry entry : association.getEntries()) {
			known.computeIfAbsent(entry.getRights(), rights -> rights.attributes().stream().filter(SharedModeRules::isShared).toList()).forEach(access -> shared.add(member(entry, access)));
		}
		if (!shared.isEmpty() && known.keySet().stream().anyMatch(rights -> rights.attributes().stream().anyMatch(SharedModeRules::isPlainReading))) {
			String some = shared.stream().limit(NAMED_IN_MESSAGE).collect(Collectors.joining(", "));
			report.on(association, "%s can read %d attributes only with the signature that writing them needs, for each has one access mode: %s%s".formatted(association.getName(), shared.size(), some,
					shared.size() > NAMED_IN_MESSAGE ? ", ..." : ""), shared.stream().map("deny read on %s"::formatted).toArray(String[]::new));
		}
	}

	private static String member(ObjectListEntry entry, AttributeAccess access) {
		return "%s.%s".formatted(entry.getObject().getName(), Facts.label(entry.getObject(), access.index()));
	}

	private static boolean isShared(AttributeAccess access) {
		return (access.mode() & READ_AND_SIGNED_WRITE) == READ_AND_SIGNED_WRITE;
	}

	private static boolean isPlainReading(AttributeAccess access) {
		return access.index() > 1 && (access.mode() & AccessModes.READ) != 0 && (access.mode() & AccessModes.SIGNED_REQUEST) == 0;
	}
}
