// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.frames;

import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.words.ValueWords;
import org.meterwright.scenario.client.Taker;

/** What the last request was about, with the names of the model. */
final class Asked {
	private static final int NAME = 6;

	private final Meter meter;
	private String name = "";
	private Optional<Attribute> attribute = Optional.empty();

	Asked(Meter meter) {
		this.meter = meter;
	}

	/** Takes a descriptor of an attribute or method. */
	List<FrameNode> descriptor(Taker taker, boolean method) {
		int classId = taker.take() << 8 | taker.take();
		LogicalName logicalName = LogicalName.of(Bytes.of(taker.take(NAME)));
		int index = taker.take();
		Optional<CosemObject> object = meter.getDevices().stream().flatMap(device -> device.getObjects().stream())
				.filter(each -> CosemObjects.classId(each) == classId && each.getLogicalName().equals(logicalName)).findFirst();
		attribute = method ? Optional.empty() : object.flatMap(it -> CosemObjects.attribute(it, index));
		String member = object.flatMap(it -> member(it, method, index)).orElse(Integer.toString(index));
		name = "%s.%s".formatted(object.map(CosemObject::getName).orElse("%d %s".formatted(classId, logicalName)), member);
		return List.of(FrameNode.of("Class", "%d%s".formatted(classId, object.map(it -> " %s".formatted(it.getInterfaceClass().getName())).orElse("")), "%04X".formatted(classId)),
				FrameNode.of("Logical name", "%s%s".formatted(logicalName, object.map(it -> " %s".formatted(it.getName())).orElse("")), logicalName.bytes().hex()),
				FrameNode.of(method ? "Method" : "Attribute", "%d %s".formatted(index, member), "%02X".formatted(index)));
	}

	private static Optional<String> member(CosemObject object, boolean method, int index) {
		return method ? CosemObjects.method(object.getInterfaceClass(), index).map(each -> each.getName())
				: CosemObjects.definition(object.getInterfaceClass(), index).map(each -> each.getName());
	}

	/** Names it. */
	String name() {
		return name;
	}

	/** Returns the type of the attribute. */
	DataType type() {
		return attribute.map(Attribute::getType).orElse(new DataType.Any());
	}

	/** Says a value of the attribute in words; empty: its parts say it. */
	String words(Value value) {
		return attribute.map(it -> ValueWords.alone().text(it, value)).orElse("");
	}
}
