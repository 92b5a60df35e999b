// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;

/** Decides what a class leaves to the object: one option of a choice, a type where any is allowed. */
public final class Narrowing {
	private static final List<DataTag> PREFERRED = List.of(DataTag.DOUBLE_LONG_UNSIGNED, DataTag.LONG_UNSIGNED, DataTag.UNSIGNED, DataTag.DOUBLE_LONG, DataTag.LONG,
			DataTag.INTEGER, DataTag.LONG64_UNSIGNED, DataTag.LONG64, DataTag.ENUM, DataTag.BOOLEAN);

	private Narrowing() {
	}

	/** Returns the type of an object whose class declares a type and whose value is known: of a choice the option that the value fits. */
	public static DataType byValue(DataType declared, Value value) {
		return switch (declared.bare()) {
			case DataType.Any any -> infer(value);
			case DataType.Choice choice -> choice.options().stream().filter(option -> TypeCheck.fits(option, value)).findFirst()
					.or(() -> choice.options().stream().filter(option -> TypeCheck.accepts(option, value.tag())).findFirst())
					.map(option -> byValue(option, value)).orElse(declared);
			default -> declared;
		};
	}

	/** Returns the type that a value alone tells; elements of an array that differ leave its element type open. */
	public static DataType infer(Value value) {
		return switch (value) {
			case Value.Array array -> new DataType.ArrayOf(DataType.Size.ANY, common(array.elements()));
			case Value.Structure structure -> new DataType.StructureOf(IntStream.range(0, structure.fields().size())
					.mapToObj(i -> new DataType.Field("field%d".formatted(i + 1), infer(structure.fields().get(i)))).toList());
			default -> new DataType.Simple(value.tag());
		};
	}

	private static DataType common(List<Value> elements) {
		List<DataType> types = elements.stream().map(Narrowing::infer).distinct().toList();
		return types.size() == 1 ? types.getFirst() : new DataType.Any();
	}

	/** Returns a plausible type where nothing is known of the value: of a choice an integer if there is one, for any type a double-long-unsigned. */
	public static DataType plausible(DataType declared) {
		return switch (declared.bare()) {
			case DataType.Any any -> new DataType.Simple(DataTag.DOUBLE_LONG_UNSIGNED);
			case DataType.Choice choice -> plausible(choice);
			default -> declared;
		};
	}

	private static DataType plausible(DataType.Choice choice) {
		List<DataType> options = new ArrayList<>(choice.options());
		options.removeIf(option -> option.bare() instanceof DataType.Simple simple && simple.tag() == DataTag.NULL_DATA);
		Optional<DataType> preferred = PREFERRED.stream()
				.flatMap(tag -> options.stream().filter(option -> option.bare() instanceof DataType.Simple simple && simple.tag() == tag)).findFirst();
		return preferred.or(() -> options.stream().findFirst().map(Narrowing::plausible)).orElse(new DataType.Simple(DataTag.NULL_DATA));
	}
}
