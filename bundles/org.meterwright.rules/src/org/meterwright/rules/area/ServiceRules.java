// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.IdentityHashMap;
import java.util.Map;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AccessRights;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.words.AccessWords;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/**
 * Rules on the services of an association: conformance block and PDU size against what the rights promise. A conformance block of 0 is
 * not stated, as in an imported object list, and says nothing.
 */
public final class ServiceRules implements RuleArea {
	/** Changes without security. */
	public static final String OPEN_CHANGES = "MW-ASSOC-017";
	/** Read without get. */
	public static final String NO_GET = "MW-ASSOC-018";
	/** Write without set. */
	public static final String NO_SET = "MW-ASSOC-019";
	/** Call without action. */
	public static final String NO_ACTION = "MW-ASSOC-020";
	/** Selectors without selective access. */
	public static final String NO_SELECTION = "MW-ASSOC-021";
	/** Reserved bits. */
	public static final String RESERVED_BITS = "MW-ASSOC-022";
	/** PDU too large. */
	public static final String PDU_RANGE = "MW-ASSOC-023";
	/** Object list larger than a PDU. */
	public static final String LIST_TOO_LONG = "MW-ASSOC-024";

	private static final int GET = 0x10;
	private static final int SET = 0x08;
	private static final int SELECTIVE_ACCESS = 0x04;
	private static final int ACTION = 0x01;
	private static final int BLOCK_TRANSFER_GET = 0x1000;
	/** Bits 0 and 7 are reserved; 3, 4, 5, 15 and 18 belong to short name referencing. */
	private static final int NOT_FOR_LN = 0x800000 | 0x010000 | 0x100000 | 0x080000 | 0x040000 | 0x000100 | 0x000020;
	private static final int LARGEST_PDU = 0xFFFF;
	/** Octets of an entry without its rights: structure, class, version, logical name, two arrays. */
	private static final int ENTRY_OCTETS = 23;
	private static final int ATTRIBUTE_OCTETS = 7;
	private static final int METHOD_OCTETS = 6;

	@Override
	public void register(RuleBook book) {
		book.on(Association.class, OPEN_CHANGES, this::openChanges);
		book.on(Association.class, NO_GET, (association, facts, report) -> missing(association, GET, "get", totals(association, facts).reads(), report));
		book.on(Association.class, NO_SET, (association, facts, report) -> missing(association, SET, "set", totals(association, facts).writes(), report));
		book.on(Association.class, NO_ACTION, (association, facts, report) -> missing(association, ACTION, "action", totals(association, facts).calls(), report));
		book.on(Association.class, NO_SELECTION,
				(association, facts, report) -> missing(association, SELECTIVE_ACCESS, "selective_access", totals(association, facts).selections(), report));
		book.on(Association.class, RESERVED_BITS, this::reservedBits);
		book.on(Association.class, PDU_RANGE, this::pduRange);
		book.on(Association.class, LIST_TOO_LONG, this::listTooLong);
	}

	/** What an association's object list comes to, counted once for all rules. */
	private record Totals(int reads, int writes, int calls, int selections, int octets) {
		private static final Totals NONE = new Totals(0, 0, 0, 0, 0);

		/** Many objects share their rights: each is counted once. */
		static Totals of(Association association) {
			Map<AccessRights, int[]> shares = new IdentityHashMap<>();
			association.getEntries().forEach(entry -> shares.computeIfAbsent(entry.getRights(), rights -> new int[1])[0]++);
			return shares.entrySet().stream().map(each -> of(each.getKey()).times(each.getValue()[0])).reduce(NONE, Totals::plus);
		}

		private static Totals of(AccessRights rights) {
			int reads = 0;
			int writes = 0;
			int selections = 0;
			for (AttributeAccess access : rights.attributes()) {
				reads += (access.mode() & AccessModes.READ) != 0 ? 1 : 0;
				writes += (access.mode() & AccessModes.WRITE) != 0 ? 1 : 0;
				selections += access.selectors().isEmpty() ? 0 : 1;
			}
			int calls = (int) rights.methods().stream().filter(access -> (access.mode() & AccessModes.ACCESS) != 0).count();
			return new Totals(reads, writes, calls, selections, ENTRY_OCTETS + ATTRIBUTE_OCTETS * rights.attributes().size() + METHOD_OCTETS * rights.methods().size());
		}

		private Totals times(int factor) {
			return new Totals(reads * factor, writes * factor, calls * factor, selections * factor, octets * factor);
		}

		private Totals plus(Totals other) {
			return new Totals(reads + other.reads, writes + other.writes, calls + other.calls, selections + other.selections, octets + other.octets);
		}
	}

	private record TotalsOf(Association association) {
	}

	private static Totals totals(Association association, Facts facts) {
		return facts.once(new TotalsOf(association), () -> Totals.of(association));
	}

	private void openChanges(Association association, Facts facts, Report report) {
		int changes = totals(association, facts).writes() + totals(association, facts).calls();
		if (association.getMechanism() == 0 && changes > 0) {
			report.on(association, "anybody can change the meter: %s has no authentication, but %d rights to write or call".formatted(
					association.getName(), changes));
		}
	}

	private static void missing(Association association, int bit, String service, int rights, Report report) {
		int conformance = association.getConformance();
		if (conformance != 0 && (conformance & bit) == 0 && rights > 0) {
			report.on(association, "%s grants %d rights that need the service %s, which its conformance leaves out".formatted(association.getName(),
					rights, service), service);
		}
	}

	private void reservedBits(Association association, Facts facts, Report report) {
		int wrong = association.getConformance() & NOT_FOR_LN;
		if (wrong != 0 && Facts.is(association.getObject(), ClassIds.ASSOCIATION_LN)) {
			report.on(association, "%s has conformance bits that are reserved or for short names: %s".formatted(association.getName(),
					String.join(", ", AccessWords.conformance(wrong))), AccessWords.conformance(wrong).toArray(String[]::new));
		}
	}

	private void pduRange(Association association, Facts facts, Report report) {
		if (association.getMaximumPdu() < 0 || association.getMaximumPdu() > LARGEST_PDU) {
			report.on(association, "a PDU of %d octets is not 0 to 65535".formatted(association.getMaximumPdu()));
		}
	}

	private void listTooLong(Association association, Facts facts, Report report) {
		boolean limited = association.getMaximumPdu() > 0 && association.getConformance() != 0;
		boolean blocks = (association.getConformance() & BLOCK_TRANSFER_GET) != 0;
		int octets = totals(association, facts).octets();
		if (limited && !blocks && octets > association.getMaximumPdu()) {
			report.on(association, "the object list of %s takes some %d octets, more than a PDU of %d, and block_transfer_get is left out".formatted(
					association.getName(), octets, association.getMaximumPdu()), "block_transfer_get");
		}
	}
}
