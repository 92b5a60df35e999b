// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.builder.AssociationValues;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.time.CosemDateTime;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.Narrowing;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.dsl.sugar.PushProtection;
import org.meterwright.dsl.values.Words;

/** Writes what a push says of its Push setup object: transport and address, windows, randomisation, retries, and attributes that do not follow from these. */
final class PushText {
	private static final int OBJECT_LIST = 2;
	private static final int DESTINATION = 3;
	private static final int WINDOWS = 4;
	private static final int RANDOMISATION = 5;
	private static final int RETRIES = 6;
	private static final int DELAY = 7;
	private static final int PORT = 8;
	private static final int CLIENT = 9;
	private static final int PROTECTION = 10;
	private static final int OPERATION = 11;
	private static final int CONFIRMED = 2;
	private static final int DATE_TIME = 12;
	/** The delay does not grow from retry to retry. */
	private static final int NO_GROWTH = 100;
	private static final Value NOWHERE = Values.logicalName(new LogicalName(0, 0, 0, 0, 0, 0));

	private final Push push;
	private final CosemObject object;
	private final Map<Integer, Value> derived = new TreeMap<>();
	private final Set<Integer> said = new HashSet<>();
	private final List<String> sugar = new ArrayList<>();

	PushText(Push push) {
		this.push = push;
		this.object = push.getObject();
		derived.put(PORT, NOWHERE);
		if (push.getPartner() != null) {
			derived.put(CLIENT, AssociationValues.client(push.getPartner().getClientSap()));
		}
		service().ifPresent(service -> derived.put(DESTINATION, Values.structure(Values.enumerated(service.value()), new Value.Octets(address()), Values.enumerated(0))));
		if (object != null) {
			windows();
			randomise();
			retry();
			confirmed();
		}
		if (push.getSecurity() != null && object != null && CosemObjects.version(object) > 0) {
			derived.put(PROTECTION, PushProtection.value(push.getProtection()));
		}
	}

	/** Writes transport and address with a space in front; nothing for a push that ends in the meter. */
	String over() {
		String text = text(address());
		return push.isAddressed() ? service().map(service -> " over %s%s".formatted(service.name(), text.isEmpty() ? "" : " %s".formatted(Words.quoted(text)))).orElse("") : "";
	}

	private List<Value> destination() {
		return object == null ? List.of() : CosemObjects.attribute(object, DESTINATION).map(Attribute::getValue).map(Values::parts).orElse(List.of());
	}

	private Bytes address() {
		return destination().size() == 3 && destination().get(1) instanceof Value.Octets octets ? octets.bytes() : Bytes.EMPTY;
	}

	private static String text(Bytes octets) {
		return new String(octets.toArray(), StandardCharsets.UTF_8);
	}

	private Optional<DataType.Literal> service() {
		if (destination().isEmpty() || !(CosemObjects.attribute(object, DESTINATION).orElseThrow().getDefinition().getType().bare() instanceof DataType.StructureOf type)
				|| !(type.fields().getFirst().type().bare() instanceof DataType.Enumeration services)) {
			return Optional.empty();
		}
		long code = Values.number(destination().getFirst()).orElse(-1);
		return services.literals().stream().filter(literal -> literal.value() == code && !literal.isRange()).findFirst();
	}

	/** Finds the value of an attribute that a line of its own can say: a constant with nothing but the value. */
	private Optional<Value> plain(int index) {
		return CosemObjects.attribute(object, index).filter(attribute -> attribute.getStorage() == Storage.ROM && attribute.getValue() != null && attribute.getMinimum() == null
				&& attribute.getMaximum() == null && attribute.getMaximumLength() == 0 && attribute.getHandler() == null && !Unwritten.is(attribute)
				&& Narrowing.byValue(attribute.getDefinition().getType(), attribute.getValue()).equals(attribute.getType())).map(Attribute::getValue);
	}

	private void windows() {
		List<Value> windows = plain(WINDOWS).filter(Value.Array.class::isInstance).map(Values::parts).orElse(List.of());
		List<String> texts = windows.stream().map(PushText::window).flatMap(Optional::stream).toList();
		if (!windows.isEmpty() && texts.size() == windows.size()) {
			say("window %s".formatted(String.join(", ", texts)), WINDOWS);
		}
	}

	private static Optional<String> window(Value window) {
		List<String> ends = Values.parts(window).stream().map(PushText::time).flatMap(Optional::stream).toList();
		return window instanceof Value.Structure && Values.parts(window).size() == 2 && ends.size() == 2 ? Optional.of(String.join("..", ends)) : Optional.empty();
	}

	private static Optional<String> time(Value value) {
		return value instanceof Value.Octets octets && octets.bytes().length() == DATE_TIME
				? Optional.of(CosemDateTime.print(DataTag.DATE_TIME, octets.bytes()).orElseGet(() -> "hex\"%s\"".formatted(octets.bytes().hex())))
				: Optional.empty();
	}

	private void randomise() {
		plain(RANDOMISATION).ifPresent(value -> {
			OptionalLong seconds = Values.number(value);
			if (value.tag() == DataTag.LONG_UNSIGNED && seconds.isPresent()) {
				say("randomise %s".formatted(Quantities.seconds(seconds.getAsLong())), RANDOMISATION);
			}
		});
	}

	private void retry() {
		Optional<Value> retries = plain(RETRIES).filter(value -> value.tag() == DataTag.UNSIGNED);
		Optional<Value> delay = plain(DELAY);
		if (retries.isEmpty() || delay.isEmpty()) {
			return;
		}
		boolean number = CosemObjects.version(object) < 2;
		OptionalLong seconds = number ? Values.number(delay.get()) : Values.parts(delay.get()).stream().findFirst().map(Values::number).orElse(OptionalLong.empty());
		seconds.ifPresent(delayed -> {
			Value expected = number ? Values.longUnsigned(delayed)
					: Values.structure(Values.longUnsigned(delayed), Values.longUnsigned(NO_GROWTH), Values.longUnsigned(delayed));
			if (expected.equals(delay.get())) {
				say("retry %d after %s".formatted(Values.number(retries.get()).orElseThrow(), Quantities.seconds(delayed)), RETRIES, DELAY);
			}
		});
	}

	private void confirmed() {
		if (CosemObjects.version(object) > 1 && plain(OPERATION).filter(Values.enumerated(CONFIRMED)::equals).isPresent()) {
			say("confirmed", OPERATION);
		}
	}

	private void say(String line, int... attributes) {
		sugar.add(line);
		for (int attribute : attributes) {
			said.add(attribute);
		}
	}

	/** Returns the lines of windows, randomisation, retries and confirmation. */
	List<String> sugar() {
		return sugar;
	}

	/** Writes the attributes that have to be said. */
	List<String> lines(AttributeText attributes) {
		List<String> lines = new ArrayList<>();
		for (Attribute attribute : object.getAttributes()) {
			int index = CosemObjects.index(attribute);
			Value expected = derived.get(index);
			boolean follows = said.contains(index) || expected != null && expected.equals(attribute.getValue()) && attribute.getStorage() == Storage.ROM;
			if (index > OBJECT_LIST && !follows && (expected != null || !Unwritten.is(attribute))) {
				lines.add(attributes.line(attribute));
			}
		}
		return lines;
	}
}
