// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Places;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/** Rules on interface classes: their ids, and how certain the catalogue is of them. */
public final class ClassRules implements RuleArea {
	/** Two classes with one id and version. */
	public static final String DUPLICATE_CLASS = "MW-CLASS-001";
	/** Own class in the range of user groups. */
	public static final String USER_GROUP_RANGE = "MW-CLASS-002";
	/** Uncertain entry of the catalogue in use. */
	public static final String UNCERTAIN = "MW-CLASS-003";

	/** Attribute with a negative number in an object. */
	public static final String NEGATIVE_ATTRIBUTE = "MW-CLASS-004";

	private static final int FIRST_USER_GROUP_CLASS = 32_768;

	private static final int FIRST_MAKERS_CLASS = 8192;

	@Override
	public void register(RuleBook book) {
		book.on(Meter.class, DUPLICATE_CLASS, this::duplicateClass);
		book.on(InterfaceClass.class, USER_GROUP_RANGE, this::userGroupRange);
		book.on(Meter.class, UNCERTAIN, this::uncertain);
		book.on(CosemObject.class, NEGATIVE_ATTRIBUTE, this::negativeAttribute);
	}

	private void duplicateClass(Meter meter, Facts facts, Report report) {
		Map<List<Integer>, InterfaceClass> seen = new HashMap<>();
		for (InterfaceClass each : meter.getClasses()) {
			InterfaceClass first = seen.putIfAbsent(List.of(each.getClassId(), each.getVersion()), each);
			if (first != null) {
				InterfaceClass own = Places.isLibrary(each) ? first : each;
				report.on(own, "%s and %s both have class id %d version %d; give %s another id or version".formatted(first.getName(), each.getName(),
						each.getClassId(), each.getVersion(), own.getName()), freeId(facts));
			}
		}
	}

	/** Returns a class id that a maker may give. */
	static String freeId(Facts facts) {
		return Proposals.free(facts.meter().getClasses().stream().map(each -> (long) each.getClassId()).toList(), FIRST_MAKERS_CLASS);
	}

	private void userGroupRange(InterfaceClass kind, Facts facts, Report report) {
		boolean own = !kind.getOrigins().isEmpty() && !Places.isLibrary(kind) && !kind.isOpaque();
		if (own && kind.getClassId() >= FIRST_USER_GROUP_CLASS) {
			report.on(kind, "class id %d of %s is in the range of user groups; a maker's own classes are 8192 to 32767".formatted(kind.getClassId(),
					kind.getName()), freeId(facts));
		}
	}

	private void negativeAttribute(CosemObject object, Facts facts, Report report) {
		for (Attribute attribute : object.getAttributes()) {
			int index = Facts.index(attribute);
			if (index < 0) {
				report.on(attribute, "%s has %s under the number %d; the generated firmware holds attributes 1 to 127".formatted(Facts.label(object),
						attribute.getDefinition().getName(), index));
			}
		}
	}

	/** Tells each class once, at the first object of it. */
	private void uncertain(Meter meter, Facts facts, Report report) {
		Map<InterfaceClass, List<CosemObject>> objects = new LinkedHashMap<>();
		Map<InterfaceClass, Boolean> certain = new IdentityHashMap<>();
		facts.objects().filter(object -> object.getInterfaceClass() != null)
				.filter(object -> !certain.computeIfAbsent(object.getInterfaceClass(), ClassRules::isCertain))
				.forEach(object -> objects.computeIfAbsent(object.getInterfaceClass(), kind -> new ArrayList<>()).add(object));
		objects.forEach((kind, uses) -> {
			List<String> doubts = doubts(kind, uses, facts);
			if (!doubts.isEmpty()) {
				report.on(uses.getFirst(), "%s is of %s version %d, which the catalogue is not certain of: %s".formatted(Facts.label(uses.getFirst()),
						Facts.label(kind), kind.getVersion(), String.join("; ", doubts)));
			}
		});
	}

	private static boolean isCertain(InterfaceClass kind) {
		return isBlank(kind.getUncertain()) && kind.getAttributes().stream().allMatch(each -> isBlank(each.getUncertain()))
				&& kind.getMethods().stream().allMatch(each -> isBlank(each.getUncertain()));
	}

	private static List<String> doubts(InterfaceClass kind, List<CosemObject> objects, Facts facts) {
		List<String> doubts = new ArrayList<>();
		if (!isBlank(kind.getUncertain())) {
			doubts.add(kind.getUncertain());
		}
		for (AttributeDefinition each : kind.getAttributes()) {
			if (!isBlank(each.getUncertain()) && objects.stream().anyMatch(object -> Facts.attribute(object, each.getIndex()).isPresent())) {
				doubts.add("%s (%s)".formatted(each.getName(), each.getUncertain()));
			}
		}
		for (MethodDefinition each : kind.getMethods()) {
			if (!isBlank(each.getUncertain()) && isCalled(each, objects, facts)) {
				doubts.add("%s() (%s)".formatted(each.getName(), each.getUncertain()));
			}
		}
		return doubts;
	}

	private static boolean isCalled(MethodDefinition method, List<CosemObject> objects, Facts facts) {
		return objects.stream().anyMatch(object -> facts.associations().anyMatch(each -> facts.rights(each).method(object, method.getIndex()) != 0));
	}

	private static boolean isBlank(String text) {
		return text == null || text.isBlank();
	}
}
