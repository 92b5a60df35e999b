// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.obis.Dictionary;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.words.ValueWords;

/** Says things in the words of a model: its types and units, its dictionary and the names of its objects. */
public final class ModelWording implements Wording {
	private final Map<LogicalDevice, ValueWords> devices = new IdentityHashMap<>();
	private final Meter meter;
	private final Dictionary dictionary;

	/** Makes the wording of a meter. */
	public ModelWording(Meter meter) {
		this.dictionary = Dictionary.of(meter);
		this.meter = meter;
	}

	private ValueWords words(LogicalDevice device) {
		return devices.computeIfAbsent(device, ValueWords::in);
	}

	private ValueWords first() {
		return meter.getDevices().stream().findFirst().map(this::words).orElseGet(ValueWords::alone);
	}

	@Override
	public String meaning(CosemObject object) {
		return object.getLogicalName() == null ? "" : dictionary.name(object.getLogicalName()).orElse("");
	}

	@Override
	public String value(DataType type, Value value) {
		return first().text(type, value);
	}

	@Override
	public String value(Attribute attribute, Value value) {
		Optional<LogicalDevice> device = attribute.eContainer() instanceof CosemObject object ? CosemObjects.device(object) : Optional.empty();
		return device.map(this::words).orElseGet(this::first).text(attribute, value);
	}
}
