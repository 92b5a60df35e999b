// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.Selection;
import org.meterwright.cosem.type.DataType;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Reference;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;
import org.meterwright.rules.check.TypedValue;

/** Rules on what a push sends, to whom, and how large it becomes (IEC 62056-6-2, Push setup). */
public final class PushSetupRules implements RuleArea {
	/** Empty list in the object. */
	public static final String EMPTY_LIST = "MW-PUSH-050";
	/** Longest delay below the shortest. */
	public static final String DELAYS = "MW-PUSH-051";
	/** Security that is no security set-up. */
	public static final String SECURITY_CLASS = "MW-PUSH-052";
	/** Client without association. */
	public static final String NO_CLIENT = "MW-PUSH-053";
	/** More than a PDU. */
	public static final String TOO_LARGE = "MW-PUSH-054";

	private static final int OBJECT_LIST = 2;
	private static final int RETRIES = 6;
	private static final int DELAY = 7;
	private static final int CLIENT = 9;
	private static final int CAPTURE_OBJECTS = 3;
	private static final int BUFFER = 2;
	private static final int GENERAL_BLOCK_TRANSFER = 0x200000;
	/** Data-Notification: tag, invoke id, date-time of no length, structure and number of its elements. */
	private static final int FRAME = 8;

	@Override
	public void register(RuleBook book) {
		book.on(Push.class, EMPTY_LIST, this::emptyList);
		book.onClass(ClassIds.PUSH_SETUP, DELAYS, this::delays);
		book.on(Push.class, SECURITY_CLASS, this::securityClass);
		book.on(Push.class, NO_CLIENT, this::noClient);
		book.on(Push.class, TOO_LARGE, this::tooLarge);
	}

	private void emptyList(Push push, Facts facts, Report report) {
		CosemObject object = push.getObject();
		if (push.getColumns().isEmpty() || !Facts.is(object, ClassIds.PUSH_SETUP)) {
			return;
		}
		boolean empty = Facts.value(object, OBJECT_LIST).filter(value -> value.elements().isEmpty()).isPresent();
		if (empty && facts.associations().noneMatch(association -> facts.rights(association).writes(object, OBJECT_LIST))) {
			report.on(object, OBJECT_LIST, "push_object_list of %s is empty, though %s sends %d values, and nobody may write it".formatted(Facts.label(object), push.getName(), push.getColumns().size()));
		}
	}

	private void delays(CosemObject object, Facts facts, Report report) {
		boolean retries = Facts.number(object, RETRIES).filter(count -> count > 0).isPresent();
		Optional<TypedValue> delay = Facts.value(object, DELAY).filter(value -> value.field("repetition_delay_max").isPresent());
		if (retries && delay.filter(each -> each.number("repetition_delay_max") > 0 && each.number("repetition_delay_max") < each.number("repetition_delay_min")).isPresent()) {
			report.on(object, DELAY, "the longest delay of %s is %d s, shorter than the shortest of %d s".formatted(Facts.label(object), delay.get().number("repetition_delay_max"),
					delay.get().number("repetition_delay_min")));
		}
	}

	private void securityClass(Push push, Facts facts, Report report) {
		if (push.getSecurity() != null && !Facts.is(push.getSecurity(), ClassIds.SECURITY_SETUP)) {
			report.on(push, "%s is to be protected by %s, which is no security set-up but of class %s".formatted(push.getName(), Facts.label(push.getSecurity()),
					Facts.label(push.getSecurity().getInterfaceClass())));
		}
	}

	private void noClient(Push push, Facts facts, Report report) {
		CosemObject object = push.getObject();
		if (!Facts.is(object, ClassIds.PUSH_SETUP) || push.getPartner() == null) {
			return;
		}
		Optional<Long> client = Facts.number(object, CLIENT).filter(each -> Facts.label(object, CLIENT).equals("push_client_SAP"));
		if (client.isPresent() && facts.associations().noneMatch(association -> (byte) association.getClientSap() == client.get().byteValue())) {
			report.on(object, CLIENT, "%s pushes to client %d, for which there is no association".formatted(Facts.label(object), client.get()), Integer.toString(push.getPartner().getClientSap()));
		}
	}

	private void tooLarge(Push push, Facts facts, Report report) {
		Association partner = push.getPartner();
		boolean whole = partner != null && partner.getMaximumPdu() > 0 && (partner.getConformance() & GENERAL_BLOCK_TRANSFER) == 0;
		if (!whole) {
			return;
		}
		long least = FRAME;
		for (Column column : push.getColumns()) {
			least += least(column, facts);
		}
		if (least > partner.getMaximumPdu()) {
			report.on(push, "%s sends at least %d octets at once, but %s takes %d, and general_block_transfer is left out".formatted(push.getName(), least, partner.getName(), partner.getMaximumPdu()),
					partner.getName());
		}
	}

	/** Returns the fewest octets that a column takes: what is not known counts as nothing. */
	private static long least(Column column, Facts facts) {
		if (column.getObject() == null || column.getDataIndex() != 0) {
			return 1;
		}
		boolean row = column.getSelection() != Selection.ALL && Facts.is(column.getObject(), ClassIds.PROFILE_GENERIC) && column.getAttribute() == BUFFER;
		return row ? row(column.getObject(), facts) : Facts.attribute(column.getObject(), column.getAttribute()).map(PushSetupRules::least).orElse(1L);
	}

	private static long row(CosemObject profile, Facts facts) {
		List<Reference> columns = Facts.attribute(profile, CAPTURE_OBJECTS).map(facts::references).orElse(List.of());
		return 4 + columns.stream().mapToLong(column -> facts.target(column).flatMap(target -> Facts.attribute(target, column.member())).map(PushSetupRules::least).orElse(1L)).sum();
	}

	private static long least(Attribute attribute) {
		return attribute.getType() == null ? 1 : fixed(attribute.getType()).orElse(1);
	}

	/** Returns the octets of a type whose values all have the same size. */
	private static OptionalLong fixed(DataType type) {
		return switch (type.bare()) {
			case DataType.Simple simple when simple.tag().width() > 0 -> OptionalLong.of(1L + simple.tag().width());
			case DataType.Simple simple when simple.size().lower() > 0 && simple.size().lower() == simple.size().upper() && simple.tag().isString() -> OptionalLong.of(2 + simple.size().lower());
			case DataType.Enumeration ignored -> OptionalLong.of(2);
			default -> OptionalLong.empty();
		};
	}
}
