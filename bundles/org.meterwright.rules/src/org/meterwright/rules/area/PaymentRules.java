// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;
import org.meterwright.rules.check.TypedValue;

/** Rules on Account, Credit and Charge (classes 111, 112, 113). */
public final class PaymentRules implements RuleArea {
	/** Prepayment without credit. */
	public static final String NO_CREDIT = "MW-PAY-001";
	/** Configuration names a credit that the account does not have. */
	public static final String FOREIGN_CREDIT = "MW-PAY-002";
	/** Configuration names a charge that the account does not have. */
	public static final String FOREIGN_CHARGE = "MW-PAY-003";
	/** Token proportions over 100 %. */
	public static final String PROPORTIONS = "MW-PAY-004";
	/** Two credits of one priority. */
	public static final String PRIORITIES = "MW-PAY-005";
	/** Currency without a name of three letters. */
	public static final String CURRENCY = "MW-PAY-006";
	/** Credit of no account. */
	public static final String ORPHAN = "MW-PAY-007";
	/** Charge takes more than everything. */
	public static final String CHARGE_PROPORTION = "MW-PAY-008";

	private static final int MODE = 2;
	private static final long PREPAYMENT = 2;
	private static final int CREDITS = 9;
	private static final int CHARGES = 10;
	private static final int CONFIGURATION = 11;
	private static final int TOKENS = 12;
	private static final int CURRENCY_INDEX = 15;
	private static final int PRIORITY = 4;
	private static final int PROPORTION = 13;
	private static final int ALL_PERCENT = 100;
	private static final int ALL_HUNDREDTHS = 10_000;
	private static final long MONETARY = 2;
	private static final int CURRENCY_LETTERS = 3;

	/** Token gateway without account. */
	public static final String GATEWAY_ALONE = "MW-PAY-009";

	@Override
	public void register(RuleBook book) {
		book.onClass(115, GATEWAY_ALONE, this::gatewayAlone);
		book.onClass(ClassIds.ACCOUNT, NO_CREDIT, this::noCredit);
		book.onClass(ClassIds.ACCOUNT, FOREIGN_CREDIT,
				(account, facts, report) -> foreign(account, CREDITS, "credit_reference", report));
		book.onClass(ClassIds.ACCOUNT, FOREIGN_CHARGE,
				(account, facts, report) -> foreign(account, CHARGES, "charge_reference", report));
		book.onClass(ClassIds.ACCOUNT, PROPORTIONS, this::proportions);
		book.onClass(ClassIds.ACCOUNT, PRIORITIES, this::priorities);
		book.onClass(ClassIds.ACCOUNT, CURRENCY, this::currency);
		book.onClass(ClassIds.CREDIT, ORPHAN, this::orphan);
		book.onClass(ClassIds.CHARGE, CHARGE_PROPORTION, this::chargeProportion);
	}

	private static Set<LogicalName> names(CosemObject account, int list) {
		return Facts.elements(account, list).stream().flatMap(name -> name.logicalName().stream()).collect(Collectors.toSet());
	}

	private void noCredit(CosemObject account, Facts facts, Report report) {
		boolean prepayment = Facts.value(account, MODE).filter(mode -> mode.number("payment_mode") == PREPAYMENT).isPresent();
		if (prepayment && names(account, CREDITS).isEmpty()) {
			report.on(account, CREDITS, "%s is in prepayment mode, but has no credit".formatted(Facts.label(account)), Proposals.first(account, ClassIds.CREDIT));
		}
	}

	private static void foreign(CosemObject account, int list, String field, Report report) {
		Set<LogicalName> own = names(account, list);
		for (int index : new int[] { CONFIGURATION, TOKENS }) {
			List<TypedValue> elements = Facts.elements(account, index);
			for (int i = 0; i < elements.size(); i++) {
				Optional<LogicalName> name = elements.get(i).logicalName(field);
				if (name.isPresent() && !own.contains(name.get())) {
					report.on(account, index, "%s of %s names %s, which is not in %s".formatted(Facts.label(account, index), Facts.label(account),
							name.get(), Facts.label(account, list)), Integer.toString(i));
				}
			}
		}
	}

	private void proportions(CosemObject account, Facts facts, Report report) {
		long sum = Facts.elements(account, TOKENS).stream().mapToLong(element -> element.number("token_proportion")).sum();
		if (sum > ALL_PERCENT) {
			report.on(account, TOKENS, "the token proportions of %s add up to %d %%".formatted(Facts.label(account), sum));
		}
	}

	private void priorities(CosemObject account, Facts facts, Report report) {
		Set<Long> seen = new HashSet<>();
		for (LogicalName name : names(account, CREDITS).stream().sorted().toList()) {
			Optional<CosemObject> credit = Facts.device(account).flatMap(device -> facts.find(device, ClassIds.CREDIT, name));
			Optional<Long> priority = credit.flatMap(each -> Facts.number(each, PRIORITY));
			if (priority.isPresent() && !seen.add(priority.get())) {
				report.on(account, CREDITS, "two credits of %s have the priority %d".formatted(Facts.label(account), priority.get()), String.valueOf(credit.get().getName()),
						Proposals.free(seen, priority.get()));
			}
		}
	}

	private void currency(CosemObject account, Facts facts, Report report) {
		Optional<TypedValue> currency = Facts.value(account, CURRENCY_INDEX).filter(value -> value.number("currency_unit") == MONETARY);
		Optional<Value> name = currency.flatMap(value -> value.field("currency_name")).map(TypedValue::value);
		if (name.isPresent() && name.get() instanceof Value.Utf8 text && text.text().length() != CURRENCY_LETTERS) {
			report.on(account, CURRENCY_INDEX, "the currency \"%s\" of %s is no code of three letters".formatted(text.text(),
					Facts.label(account)));
		}
	}

	private void orphan(CosemObject credit, Facts facts, Report report) {
		List<CosemObject> accounts = facts.once(PaymentRules.class, () -> facts.objects().filter(object -> Facts.is(object, ClassIds.ACCOUNT)).toList());
		boolean known = accounts.stream().allMatch(account -> Facts.value(account, CREDITS).isPresent());
		boolean used = accounts.stream().anyMatch(account -> names(account, CREDITS).contains(credit.getLogicalName()));
		if (known && !used) {
			report.on(credit, "%s belongs to no account".formatted(Facts.label(credit)), Stream.concat(accounts.stream().limit(1).map(CosemObject::getName), Stream.of(Proposals.object(credit)))
					.filter(Objects::nonNull).toArray(String[]::new));
		}
	}

	private void chargeProportion(CosemObject charge, Facts facts, Report report) {
		Facts.number(charge, PROPORTION).filter(proportion -> proportion > ALL_HUNDREDTHS).ifPresent(proportion -> report.on(charge, PROPORTION,
				"%s takes %d hundredths of a percent, more than 10000".formatted(Facts.label(charge), proportion)));
	}

	private void gatewayAlone(CosemObject gateway, Facts facts, Report report) {
		if (facts.objects().noneMatch(object -> Facts.is(object, ClassIds.ACCOUNT))) {
			report.on(gateway, "%s takes tokens, but there is no account to credit".formatted(Facts.label(gateway)));
		}
	}
}
