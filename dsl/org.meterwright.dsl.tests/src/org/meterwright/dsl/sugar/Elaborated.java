// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.List;
import java.util.stream.Collectors;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.Compiler;
import org.meterwright.dsl.Workspace;
import org.meterwright.rules.Finding;
import org.meterwright.rules.Severity;

/** A small meter elaborated from text, with its parts in a form that people can read. */
public record Elaborated(Meter model, List<Finding> findings) {
	/** Objects that the texts of the tests use. */
	private static final String OBJECTS = """
			    clock: Clock 0-0:1.0.0*255 { time: in call clockTime }
			    stamp: Data 0-0:94.44.100*255 { value: double-long-unsigned in call clockUtc }
			    eventCode: Data 0-0:96.11.0*255 { value: long-unsigned in ram }
			    total: Register 1-0:1.8.0*255 { value: double-long-unsigned in nvm  scaler_unit = 10^0 Wh }
			    rate[r in rates]: Register 1-0:1.8.{r}*255 like total
			    power: Register 1-0:1.7.0*255 { value: double-long in ram  scaler_unit = 10^0 W }
			    billing: ProfileGeneric version 1 0-0:98.1.0*255 { capture stamp.value, total  profile_entries = 12  sort_method = lifo  buffer: in nvm }
			    eventLog: ProfileGeneric version 1 0-0:99.98.0*255 { capture stamp.value, eventCode.value  profile_entries = 100  buffer: in nvm }
			    supply: DisconnectControl version 0 0-0:96.3.10*255 { control_state = connected in nvm  control_mode = mode_4 }
			    scripts: ScriptTable 0-0:10.0.106*255 {
			      script enable = 51 { call supply.remote_reconnect(0) }
			      script disable = 52 { call supply.remote_disconnect() }
			    }
			    calendar: Schedule 0-0:12.0.1*255 { entries: in nvm max 10 }
			    keys: SecuritySetup version 1 0-0:43.0.1*255 { security_suite = suite_1 }
			    internal hidden: Data 0-0:96.1.9*255 { value: unsigned = 5 in rom }
			""";

	/** Elaborates a meter with the usual objects and some items of its own. */
	public static Elaborated of(String items) {
		return ofText("meter T {\n  index rates = 1..3\n  device d at 1 named \"TST0001\" {\n%s  }\n%s\n}\n".formatted(OBJECTS, items));
	}

	/** Elaborates the meter of a text. */
	public static Elaborated ofText(String... texts) {
		Workspace workspace = workspace();
		for (int i = 0; i < texts.length; i++) {
			workspace.put("t%d.cosem".formatted(i), texts[i]);
		}
		Compilation compilation = workspace.compile(Compiler.Checks.TYPING);
		List<Finding> language = java.util.stream.Stream.concat(compilation.findings().stream(), compilation.meters().stream().flatMap(each -> each.findings().stream()))
				.filter(each -> each.rule().startsWith("MW-LANG") || each.rule().startsWith("MW-ACC")).distinct().toList();
		if (compilation.meters().isEmpty()) {
			throw new AssertionError("no meter: %s".formatted(language.stream().map(each -> "%s line %d %s".formatted(each.rule(), each.place().line(), each.message())).toList()));
		}
		return new Elaborated(compilation.meters().getFirst().model(), language);
	}

	private static Workspace workspace() {
		try {
			return Workspace.open(List.of());
		} catch (java.io.IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	/** Returns the findings that mistakes of the text cause: errors, and all that sugar says. */
	public List<String> problems() {
		return findings.stream().filter(each -> each.severity() == Severity.ERROR || each.rule().compareTo("MW-LANG-200") >= 0)
				.map(each -> "%s line %d: %s".formatted(each.rule(), each.place().line(), each.message())).toList();
	}

	/** Finds an object of the first device. */
	public CosemObject object(String name) {
		return model.getDevices().stream().flatMap(device -> device.getObjects().stream()).filter(each -> each.getName().equals(name)).findFirst()
				.orElseThrow(() -> new AssertionError("no object %s".formatted(name)));
	}

	/** Finds an attribute. */
	public Attribute attribute(String object, int index) {
		return CosemObjects.attribute(object(object), index).orElseThrow();
	}

	/** Returns the value of an attribute in readable form. */
	public String value(String object, int index) {
		return show(attribute(object, index).getValue());
	}

	/** Finds an association. */
	public Association association(String name) {
		return model.getDevices().stream().flatMap(device -> device.getAssociations().stream()).filter(each -> each.getName().equals(name)).findFirst().orElseThrow();
	}

	/** Returns the entries of an association, one a line: object, attributes with mode and selectors, methods with mode. */
	public String rights(String association) {
		return association(association).getEntries().stream().map(Elaborated::show).collect(Collectors.joining("\n"));
	}

	/** Returns the entry of an object. */
	public String rights(String association, String object) {
		return association(association).getEntries().stream().filter(entry -> entry.getObject().getName().equals(object)).map(Elaborated::show)
				.collect(Collectors.joining("\n"));
	}

	private static String show(ObjectListEntry entry) {
		String attributes = entry.getRights().attributes().stream().map(Elaborated::show).collect(Collectors.joining(" "));
		String methods = entry.getRights().methods().stream().map(Elaborated::show).collect(Collectors.joining(" "));
		return "%s: %s | %s".formatted(entry.getObject().getName(), attributes, methods).stripTrailing();
	}

	private static String show(AttributeAccess access) {
		String selectors = access.selectors().isEmpty() ? "" : access.selectors().toString().replace(" ", "");
		return "%d=%d%s".formatted(access.index(), access.mode(), selectors);
	}

	private static String show(MethodAccess access) {
		return "%d=%d".formatted(access.index(), access.mode());
	}

	/** Returns a value in readable form: numbers, logical names, octets in hex, lists in brackets. */
	public static String show(Value value) {
		return switch (value) {
			case null -> "nothing";
			case Value.Int number -> number.value().toString();
			case Value.Bits bits -> bits.bits();
			case Value.Octets octets -> octets.bytes().length() == 6 ? LogicalName.of(octets.bytes()).toString() : "h" + octets.bytes().hex();
			case Value.Array array -> array.elements().stream().map(Elaborated::show).collect(Collectors.joining(", ", "[", "]"));
			case Value.Structure structure -> structure.fields().stream().map(Elaborated::show).collect(Collectors.joining(", ", "{", "}"));
			case Value.Null nothing -> "null";
			default -> value.toString();
		};
	}
}
