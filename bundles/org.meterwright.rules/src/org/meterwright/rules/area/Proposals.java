// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Reference;

/** What findings hand over to quick fixes: what a rule would rather see, in the words of a designer's text. Nothing where a thing has no name in the text. */
final class Proposals {
	private static final String[] NONE = new String[0];

	private Proposals() {
	}

	/** Names an object. */
	static String[] object(CosemObject object) {
		return object == null || object.getName() == null ? NONE : new String[] { object.getName() };
	}

	/** Names an attribute, as in {@code clock.time}. */
	static String[] attribute(CosemObject object, int index) {
		return object == null || object.getName() == null ? NONE : new String[] { "%s.%s".formatted(object.getName(), Facts.label(object, index)) };
	}

	/** Names the attribute that a reference leads to. */
	static String[] column(Reference reference, Facts facts) {
		return facts.target(reference).map(target -> attribute(target, reference.member())).orElse(NONE);
	}

	/** Names the first object of a class in the logical device of something. */
	static String[] first(CosemObject near, int classId) {
		return objects(near).filter(object -> Facts.is(object, classId) && object.getName() != null).findFirst().map(Proposals::object).orElse(NONE);
	}

	private static Stream<CosemObject> objects(CosemObject near) {
		return Facts.device(near).stream().flatMap(device -> device.getObjects().stream());
	}

	/** Names the object of some classes whose logical name is most like one. */
	static Optional<String> nearest(CosemObject near, Collection<Integer> classes, LogicalName name) {
		return objects(near).filter(object -> object.getName() != null && object != near && (classes.isEmpty() || classes.contains(Facts.classId(object))))
				.min(Comparator.comparingInt((CosemObject object) -> differences(object.getLogicalName(), name))).map(CosemObject::getName);
	}

	private static int differences(LogicalName one, LogicalName other) {
		List<Integer> groups = List.of(one.a(), one.b(), one.c(), one.d(), one.e(), one.f());
		List<Integer> others = List.of(other.a(), other.b(), other.c(), other.d(), other.e(), other.f());
		return (int) LongStream.range(0, groups.size()).filter(i -> !groups.get((int) i).equals(others.get((int) i))).count();
	}

	/** Names the first script table of the logical device that has a script, and its first script. */
	static String[] script(CosemObject near) {
		return objects(near).filter(object -> Facts.is(object, ClassIds.SCRIPT_TABLE) && object.getName() != null && Scripts.first(object).isPresent()).findFirst()
				.map(table -> new String[] { table.getName(), Scripts.first(table).orElseThrow() }).orElse(NONE);
	}

	/** Names the role of the first association that has one. */
	static String[] role(Collection<Association> associations) {
		return associations.stream().filter(association -> association.getRole() != null).findFirst().map(association -> new String[] { association.getRole().getName() }).orElse(NONE);
	}

	/** Names a method of an object's class. */
	static String method(CosemObject object, int index) {
		return object.getInterfaceClass().getMethods().stream().filter(method -> method.getIndex() == index).map(MethodDefinition::getName).findFirst().orElse("method%d".formatted(index));
	}

	/** Returns a code that is not taken, in hexadecimal digits. */
	static String code(Collection<Integer> taken, int from) {
		return "0x%04X".formatted(IntStream.iterate(from, n -> n + 1).filter(n -> !taken.contains(n)).findFirst().orElseThrow());
	}

	/** Returns the first number from one on that is not taken. */
	static String free(Collection<Long> taken, long from) {
		return Long.toString(LongStream.iterate(from, n -> n + 1).filter(n -> !taken.contains(n)).findFirst().orElseThrow());
	}
}
