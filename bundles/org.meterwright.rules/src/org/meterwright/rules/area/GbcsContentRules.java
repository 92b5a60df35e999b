// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.TypeNotation;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/** Rules on what Alerts of GBCS carry after code and time. */
public final class GbcsContentRules implements RuleArea {
	/** Outage without its two times. */
	public static final String OUTAGE = "MW-GBCS-053";
	/** Outcome of another form. */
	public static final String OUTCOME = "MW-GBCS-054";
	/** Firmware without hash. */
	public static final String HASH = "MW-GBCS-055";
	/** Time that stands there twice. */
	public static final String TIME_TWICE = "MW-GBCS-056";

	private static final Set<Integer> OUTAGES = Set.of(0x8F35, 0x8F36, 0x8F37, 0x8F38, 0x8F39, 0x8F3A, 0x8F3B, 0x8F3C);
	private static final Set<Integer> OUTCOMES = Set.of(0x8F66, 0x8F67);
	private static final Set<Integer> IMAGES = Set.of(0x8F72, 0x8F1C);
	private static final int DATE_TIME_OCTETS = 12;
	private static final int OUTCOME_OCTETS = 19;
	private static final int HASH_OCTETS = 32;
	private static final int TIME = 2;

	@Override
	public void register(RuleBook book) {
		book.on(Alert.class, OUTAGE, (alert, facts, report) -> content(alert, OUTAGES, List.of(DATE_TIME_OCTETS, DATE_TIME_OCTETS), facts, report));
		book.on(Alert.class, OUTCOME, (alert, facts, report) -> content(alert, OUTCOMES, List.of(OUTCOME_OCTETS), facts, report));
		book.on(Alert.class, HASH, (alert, facts, report) -> content(alert, IMAGES, List.of(HASH_OCTETS), facts, report));
		book.on(Alert.class, TIME_TWICE, this::timeTwice);
	}

	private static void content(Alert alert, Set<Integer> codes, List<Integer> lengths, Facts facts, Report report) {
		List<Column> columns = alert.getColumns();
		boolean subject = Companions.of(facts).hasGbcs() && codes.contains(alert.getCode()) && !(columns.isEmpty() && Raises.of(facts).of(alert).isEmpty());
		if (subject && !fits(columns, lengths)) {
			report.on(alert, "the Alert 0x%04X %s carries %s; it must carry %s".formatted(alert.getCode(), alert.getName(),
					columns.isEmpty() ? "nothing" : columns.stream().map(GbcsContentRules::form).toList(), lengths.stream().map("octet-string(%d)"::formatted).toList()));
		}
	}

	private static boolean fits(List<Column> columns, List<Integer> lengths) {
		if (columns.size() == 1 && type(columns.getFirst()) instanceof DataType.StructureOf whole) {
			return whole.fields().size() == lengths.size() && IntStream.range(0, lengths.size()).allMatch(i -> holds(whole.fields().get(i).type().bare(), lengths.get(i)));
		}
		return columns.size() == lengths.size() && IntStream.range(0, lengths.size()).allMatch(i -> holds(type(columns.get(i)), lengths.get(i)));
	}

	/** Returns the type of what a column sends; any where it is not known or only a part is sent. */
	private static DataType type(Column column) {
		boolean whole = column.getObject() != null && column.getDataIndex() == 0;
		return whole ? Facts.attribute(column.getObject(), column.getAttribute()).map(Attribute::getType).map(DataType::bare).orElse(new DataType.Any()) : new DataType.Any();
	}

	private static boolean holds(DataType type, int octets) {
		return switch (type) {
			case DataType.Any any -> true;
			case DataType.Choice choice -> true;
			case DataType.Simple simple -> simple.tag() == DataTag.OCTET_STRING
					&& (simple.size().equals(DataType.Size.ANY) || simple.size().lower() <= octets && octets <= simple.size().upper());
			default -> false;
		};
	}

	private static String form(Column column) {
		return TypeNotation.brief(type(column));
	}

	/** An outage carries times of its own, one of which the clock may have. */
	private void timeTwice(Alert alert, Facts facts, Report report) {
		boolean subject = Companions.of(facts).hasGbcs() && !OUTAGES.contains(alert.getCode());
		alert.getColumns().stream().filter(column -> subject && Facts.is(column.getObject(), ClassIds.CLOCK) && column.getAttribute() == TIME).findFirst()
				.ifPresent(column -> report.on(alert, "the Alert %s carries %s, though every Alert begins with the time".formatted(alert.getName(), Facts.label(column.getObject())),
						Proposals.attribute(column.getObject(), TIME)));
	}
}
