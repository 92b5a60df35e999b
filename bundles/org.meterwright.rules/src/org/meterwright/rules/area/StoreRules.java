// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.MemoryBudget;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.EncodedSize;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/** Rules on where values live. */
public final class StoreRules implements RuleArea {
	/** Dynamic attribute that is constant. */
	public static final String DYNAMIC_CONSTANT = "MW-STORE-001";
	/** No bound on what is kept. */
	public static final String UNBOUNDED = "MW-STORE-002";
	/** One handler for two types. */
	public static final String HANDLER_TYPES = "MW-STORE-003";
	/** Call without handler. */
	public static final String NO_HANDLER = "MW-STORE-004";
	/** Value that the handler overrides. */
	public static final String VALUE_OF_CALL = "MW-STORE-005";
	/** Type not decided. */
	public static final String UNDECIDED_TYPE = "MW-STORE-006";
	/** Handler that is no name in C. */
	public static final String HANDLER_NAME = "MW-STORE-007";
	/** Setting that is lost without supply. */
	public static final String VOLATILE_SETTING = "MW-STORE-008";
	/** Budget exceeded. */
	public static final String BUDGET = "MW-STORE-009";
	/** Budget stated twice. */
	public static final String DUPLICATE_BUDGET = "MW-STORE-010";

	private static final Set<String> C_WORDS = Set.of("auto", "break", "case", "char", "const", "continue", "default", "do", "double", "else", "enum",
			"extern", "float", "for", "goto", "if", "inline", "int", "long", "register", "restrict", "return", "short", "signed", "sizeof", "static",
			"struct", "switch", "typedef", "union", "unsigned", "void", "volatile", "while", "class", "new", "delete", "this", "template", "private",
			"public", "protected", "virtual", "operator", "bool", "true", "false", "namespace", "using", "try", "catch", "throw");

	/** Invocation counter in RAM. */
	public static final String VOLATILE_COUNTER = "MW-STORE-012";

	private static final long KIB = 1024;

	@Override
	public void register(RuleBook book) {
		book.onClass(1, VOLATILE_COUNTER, this::volatileCounter);
		book.on(Attribute.class, DYNAMIC_CONSTANT, this::dynamicConstant);
		book.on(Attribute.class, UNBOUNDED, this::unbounded);
		book.on(Meter.class, HANDLER_TYPES, this::handlerTypes);
		book.on(Attribute.class, NO_HANDLER, this::noHandler);
		book.on(Attribute.class, VALUE_OF_CALL, this::valueOfCall);
		book.on(Attribute.class, UNDECIDED_TYPE, this::undecidedType);
		book.on(Attribute.class, HANDLER_NAME, this::handlerName);
		book.on(Attribute.class, VOLATILE_SETTING, this::volatileSetting);
		book.on(MemoryBudget.class, BUDGET, this::budget);
		book.on(Meter.class, DUPLICATE_BUDGET, this::duplicateBudget);
	}

	private static String label(Attribute attribute) {
		return "%s of %s".formatted(attribute.getDefinition().getName(), Facts.label(Facts.objectOf(attribute)));
	}

	private static boolean isKept(Attribute attribute) {
		return attribute.getStorage() == Storage.RAM || attribute.getStorage() == Storage.NVM;
	}

	private static boolean hasHandler(Attribute attribute) {
		return attribute.getHandler() != null && !attribute.getHandler().isBlank();
	}

	private static DataType type(Attribute attribute) {
		return attribute.getType() == null ? attribute.getDefinition().getType() : attribute.getType();
	}

	private void dynamicConstant(Attribute attribute, Facts facts, Report report) {
		boolean dynamic = attribute.getDefinition() != null && attribute.getDefinition().getDynamics() == Dynamics.DYNAMIC;
		if (dynamic && attribute.getStorage() == Storage.ROM && !Facts.objectOf(attribute).isGenerated()) {
			report.on(attribute, "%s changes by itself, but it is in rom".formatted(label(attribute)));
		}
	}

	private void unbounded(Attribute attribute, Facts facts, Report report) {
		boolean grows = attribute.getStorage() == Storage.NVM || attribute.getStorage() == Storage.RAM && isWritable(attribute, facts);
		boolean decided = !isUndecided(type(attribute));
		if (grows && decided && !hasOwnRoom(attribute) && EncodedSize.maximum(type(attribute), attribute.getMaximumLength()).isEmpty()) {
			report.on(attribute, "%s is in %s, but nothing says how long it can become; write max n".formatted(label(attribute),
					attribute.getStorage().getLiteral()));
		}
	}

	private static boolean isWritable(Attribute attribute, Facts facts) {
		CosemObject object = Facts.objectOf(attribute);
		int index = Facts.index(attribute);
		for (LogicalDevice device : facts.meter().getDevices()) {
			for (Association association : device.getAssociations()) {
				if (facts.rights(association).writes(object, index)) {
					return true;
				}
			}
		}
		return false;
	}

	/** Tells whether something else bounds this one: another attribute, such as profile_entries, or the entries of an association. */
	private static boolean hasOwnRoom(Attribute attribute) {
		CosemObject object = Facts.objectOf(attribute);
		boolean buffer = Facts.is(object, ClassIds.PROFILE_GENERIC) || Facts.is(object, ClassIds.COMPACT_DATA);
		return (buffer || Facts.is(object, ClassIds.ASSOCIATION_LN)) && Facts.index(attribute) == 2;
	}

	private void handlerTypes(Meter meter, Facts facts, Report report) {
		Map<String, Attribute> first = new HashMap<>();
		facts.objects().forEach(object -> {
			for (Attribute attribute : object.getAttributes()) {
				String handler = attribute.getHandler();
				Attribute other = handler == null || handler.isBlank() ? null : first.putIfAbsent(handler, attribute);
				if (other != null && !type(other).bare().equals(type(attribute).bare())) {
					report.on(attribute, "handler %s serves %s and %s, which are of different types".formatted(handler, label(other), label(attribute)), handler);
				}
			}
		});
	}

	private void noHandler(Attribute attribute, Facts facts, Report report) {
		if (attribute.getStorage() == Storage.CALL && !hasHandler(attribute)) {
			report.on(attribute, "%s is provided by a call, but no handler is named".formatted(label(attribute)));
		}
	}

	private void valueOfCall(Attribute attribute, Facts facts, Report report) {
		if (attribute.getStorage() == Storage.CALL && attribute.getValue() != null) {
			report.on(attribute, "the value of %s is never used: handler %s provides it".formatted(label(attribute), attribute.getHandler()));
		}
	}

	private static boolean isUndecided(DataType type) {
		return type.bare() instanceof DataType.Any || type.bare() instanceof DataType.Choice;
	}

	private void undecidedType(Attribute attribute, Facts facts, Report report) {
		if (isKept(attribute) && isUndecided(type(attribute)) && !hasOwnRoom(attribute)) {
			report.on(attribute, "%s is in %s, but its type is still open; write one".formatted(label(attribute),
					attribute.getStorage().getLiteral()));
		}
	}

	private void handlerName(Attribute attribute, Facts facts, Report report) {
		String handler = attribute.getHandler();
		if (hasHandler(attribute) && (!handler.matches("[A-Za-z_][A-Za-z0-9_]*") || C_WORDS.contains(handler))) {
			report.on(attribute, "%s cannot be the name of a function in C".formatted(handler));
		}
	}

	private void volatileSetting(Attribute attribute, Facts facts, Report report) {
		boolean setting = attribute.getDefinition() != null && attribute.getDefinition().getDynamics() == Dynamics.STATIC;
		if (setting && attribute.getStorage() == Storage.RAM && isWritable(attribute, facts)) {
			report.on(attribute, "%s is a setting that clients write, but in ram it is lost when the supply fails".formatted(label(attribute)));
		}
	}

	private void budget(MemoryBudget budget, Facts facts, Report report) {
		Map<Storage, Long> all = facts.once(BUDGET, () -> Sizes.least(facts));
		long least = all.getOrDefault(budget.getStorage(), 0L);
		if (budget.getStorage() != Storage.ROM && least > budget.getBytes()) {
			report.on(budget, "the values in %s take at least %d bytes, more than the %d that there are".formatted(budget.getStorage().getLiteral(),
					least, budget.getBytes()), Long.toString((least + KIB - 1) / KIB));
		}
	}

	private void duplicateBudget(Meter meter, Facts facts, Report report) {
		Set<Storage> seen = new HashSet<>();
		for (MemoryBudget budget : meter.getBudgets()) {
			if (!seen.add(budget.getStorage())) {
				report.on(budget, "the size of %s is stated twice".formatted(budget.getStorage().getLiteral()));
			}
		}
	}

	private void volatileCounter(CosemObject object, Facts facts, Report report) {
		boolean counter = object.getLogicalName().a() == 0 && object.getLogicalName().c() == 43 && object.getLogicalName().d() == 1;
		Facts.attribute(object, 2).filter(value -> counter && value.getStorage() == Storage.RAM)
				.ifPresent(value -> report.on(value, "the invocation counter %s is in ram: after a loss of supply old messages are taken again".formatted(Facts.label(object))));
	}
}
