// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.Workspace;
import org.meterwright.rules.Finding;
import org.meterwright.rules.Severity;

/**
 * Text of a meter in a test. A comment {@code //! MW-LANG-020} at the end of a line expects a finding with that id on that line; all
 * errors and warnings of the language that are not expected make the test fail.
 */
final class MeterText {
	private static final Pattern EXPECTED = Pattern.compile("//!((?: MW-LANG-\\d+)+)");

	private final Compilation compilation;

	private MeterText(Compilation compilation) {
		this.compilation = compilation;
	}

	/** Compiles objects of a logical device. */
	static MeterText objects(String objects) {
		return file("namespace test\nmeter m {\ndevice management at 1 {\n%s\n}\n}\n".formatted(objects));
	}

	/** Compiles a file. */
	static MeterText file(String text) {
		return files(text);
	}

	/** Compiles files named a.cosem, b.cosem and so on. */
	static MeterText files(String... texts) {
		Workspace workspace = new Workspace();
		Set<String> expected = new TreeSet<>();
		for (int i = 0; i < texts.length; i++) {
			String name = "%c.cosem".formatted('a' + i);
			workspace.put(name, texts[i]);
			expected.addAll(expected(name, texts[i]));
		}
		Compilation compilation = workspace.compile();
		Set<String> found = new TreeSet<>();
		StringBuilder messages = new StringBuilder();
		for (Finding each : compilation.findings()) {
			boolean ofLanguage = each.rule().startsWith("MW-LANG");
			String key = "%s:%d %s".formatted(each.place().file(), each.place().line(), each.rule());
			if (ofLanguage && (each.severity() != Severity.INFO || expected.contains(key))) {
				found.add(key);
				messages.append("%s %s%n".formatted(key, each.message()));
			}
		}
		assertEquals(expected, found, messages.toString());
		return new MeterText(compilation);
	}

	private static Set<String> expected(String name, String text) {
		Set<String> expected = new TreeSet<>();
		List<String> lines = text.lines().toList();
		for (int i = 0; i < lines.size(); i++) {
			Matcher m = EXPECTED.matcher(lines.get(i));
			if (m.find()) {
				for (String id : m.group(1).strip().split(" ")) {
					expected.add("%s:%d %s".formatted(name, i + 1, id));
				}
			}
		}
		return expected;
	}

	Compilation compilation() {
		return compilation;
	}

	Meter model() {
		return compilation.meters().getFirst().model();
	}

	Meter model(String name, String variant) {
		return compilation.meter(name, Optional.ofNullable(variant)).orElseThrow().model();
	}

	static CosemObject object(Meter model, String name) {
		return model.getDevices().stream().flatMap(device -> device.getObjects().stream()).filter(object -> object.getName().equals(name)).findFirst()
				.orElseThrow(() -> new AssertionError("no object %s".formatted(name)));
	}

	CosemObject object(String name) {
		return object(model(), name);
	}

	boolean has(String name) {
		return names().contains(name);
	}

	/** Returns the names of the objects that the text made, in order of the model. */
	List<String> names() {
		return names(model());
	}

	static List<String> names(Meter model) {
		return model.getDevices().stream().flatMap(device -> device.getObjects().stream()).filter(object -> !object.isGenerated()).map(CosemObject::getName).toList();
	}

	Attribute attribute(String object, String name) {
		return object(object).getAttributes().stream().filter(each -> each.getName().equals(name)).findFirst()
				.orElseThrow(() -> new AssertionError("%s has no attribute %s".formatted(object, name)));
	}

	/** Returns the A-XDR hex of an attribute's value. */
	String value(String object, String name) {
		return attribute(object, name).getValue().toString();
	}

	/** Returns the message of the only finding with an id. */
	String message(String rule) {
		List<String> found = compilation.findings().stream().filter(each -> each.rule().equals(rule)).map(Finding::message).distinct().toList();
		assertEquals(1, found.size(), () -> "%s: %s".formatted(rule, found));
		return found.getFirst();
	}
}
