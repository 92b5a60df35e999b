// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.objects;

import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.words.ValueWords;
import org.meterwright.rules.Finding;
import org.meterwright.rules.Severity;

/**
 * An object of a meter with what a designer wants to know of it at a glance.
 *
 * @param object       the object
 * @param device       name of its logical device
 * @param area         what it is about: medium, billing periods, profiles
 * @param meaning      its logical name in words; empty: the dictionary does not know it
 * @param associations names of the associations that show it
 * @param users        objects and push set-ups that capture or send it
 * @param flash        octets in flash, its share of shared rows included; -1: not known while there are errors
 * @param ram          octets in RAM
 * @param nvm          octets in NVM
 * @param findings     findings on it that nobody accepted, worst first
 * @param words        says values of its logical device
 */
public record ObjectRow(CosemObject object, String device, String area, String meaning, List<String> associations, List<String> users, long flash, long ram, long nvm,
		List<Finding> findings, ValueWords words) {
	/** Copies the lists. */
	public ObjectRow {
		associations = List.copyOf(associations);
		users = List.copyOf(users);
		findings = List.copyOf(findings);
	}

	/** Returns its name in the text. */
	public String name() {
		return object.getName() == null ? "" : object.getName();
	}

	/** Returns the name of its family without the index, or its name. */
	public String stem() {
		int bracket = name().indexOf('[');
		return bracket < 0 ? name() : name().substring(0, bracket);
	}

	/** Returns its class with the version where that is not 0. */
	public String className() {
		int version = CosemObjects.version(object);
		String name = object.getInterfaceClass() == null ? "" : object.getInterfaceClass().getName();
		return version == 0 ? name : "%s (%d)".formatted(name, version);
	}

	/** Returns its logical name. */
	public String logicalName() {
		return object.getLogicalName() == null ? "" : object.getLogicalName().toString();
	}

	/** Finds an attribute that is present. */
	public Optional<Attribute> attribute(String name) {
		return CosemObjects.attribute(object, name);
	}

	/** Says the value of an attribute, or where it comes from when the model has none; nothing: there is no such attribute. */
	public Optional<String> value(String name) {
		return attribute(name).map(this::value);
	}

	/** Says the value of one of its attributes, or where it comes from when the model has none. */
	public String value(Attribute attribute) {
		if (attribute.getValue() != null) {
			return words.text(attribute, attribute.getValue());
		}
		return attribute.getHandler() == null ? "in %s".formatted(attribute.getStorage().getLiteral()) : "call %s".formatted(attribute.getHandler());
	}

	/** Returns the deciding place in the text. */
	public Optional<Origin> place() {
		return object.getOrigins().stream().findFirst();
	}

	/** Returns how bad the worst finding is. */
	public Optional<Severity> severity() {
		return findings.stream().map(Finding::severity).min(Severity::compareTo);
	}
}
