// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** Writes what a push says of its Push setup object: transport and address, and attributes that do not follow from its lines. */
final class PushText {
	private static final int OBJECT_LIST = 2;
	private static final int DESTINATION = 3;
	private static final int PORT = 8;
	private static final int CLIENT = 9;
	private static final Value NOWHERE = Values.logicalName(new LogicalName(0, 0, 0, 0, 0, 0));

	private final Push push;
	private final Map<Integer, Value> derived = new TreeMap<>();

	PushText(Push push) {
		this.push = push;
		derived.put(PORT, NOWHERE);
		if (push.getPartner() != null) {
			derived.put(CLIENT, Values.integer(push.getPartner().getClientSap()));
		}
		service().ifPresent(service -> derived.put(DESTINATION, Values.structure(Values.enumerated(service.value()), new Value.Octets(address()), Values.enumerated(0))));
	}

	/** Writes transport and address with a space in front; nothing for a push that ends in the meter. */
	String over() {
		return push.isAddressed() ? service().map(service -> " over %s %s".formatted(service.name(), Words.quoted(text(address())))).orElse("") : "";
	}

	private List<Value> destination() {
		return push.getObject() == null ? List.of() : CosemObjects.attribute(push.getObject(), DESTINATION).map(Attribute::getValue).map(Values::parts).orElse(List.of());
	}

	private Bytes address() {
		return destination().size() == 3 && destination().get(1) instanceof Value.Octets octets ? octets.bytes() : Bytes.EMPTY;
	}

	private static String text(Bytes octets) {
		return new String(octets.toArray(), StandardCharsets.UTF_8);
	}

	private Optional<DataType.Literal> service() {
		if (destination().isEmpty() || !(CosemObjects.attribute(push.getObject(), DESTINATION).orElseThrow().getDefinition().getType().bare() instanceof DataType.StructureOf type)
				|| !(type.fields().getFirst().type().bare() instanceof DataType.Enumeration services)) {
			return Optional.empty();
		}
		long code = Values.number(destination().getFirst()).orElse(-1);
		return services.literals().stream().filter(literal -> literal.value() == code && !literal.isRange()).findFirst();
	}

	/** Writes the attributes that have to be said. */
	List<String> lines(AttributeText attributes) {
		List<String> lines = new ArrayList<>();
		CosemObject object = push.getObject();
		for (Attribute attribute : object.getAttributes()) {
			Value expected = derived.get(CosemObjects.index(attribute));
			boolean follows = expected != null && expected.equals(attribute.getValue()) && attribute.getStorage() == Storage.ROM;
			if (CosemObjects.index(attribute) > OBJECT_LIST && !follows && (expected != null || !Unwritten.is(attribute))) {
				lines.add(attributes.line(attribute));
			}
		}
		return lines;
	}
}
