// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.meterwright.dsl.Workspace;
import org.meterwright.rules.Severity;

/** Each whole construct compiles without an error once its places are filled as they are proposed. */
class TemplatesTest {
	private static final Pattern PLACE = Pattern.compile("\\$\\{\\d+:((?:[^{}]|\\{[^}]*\\})*)\\}");
	private static final String METER = """
			namespace acme.filled
			import acme.base.*
			%s
			meter M1 extends Base {
			  memory nvm = 512 KiB
			  role Operator "Distribution system operator"
			  importTotal: Register 1-0:1.8.0*255 {
			    value: double-long-unsigned in nvm
			    scaler_unit = 10^0 Wh
			  }
			  power: Register 1-0:1.7.0*255 {
			    value: double-long-unsigned in ram
			    scaler_unit = 10^0 W
			  }
			  internal eventCode: Data 0-0:96.11.0*255 { value: long-unsigned in ram }
			  eventLog: ProfileGeneric version 1 0-0:99.98.0*255 {
			    capture clock.time, eventCode.value
			    sort_method = fifo
			    profile_entries = 50
			    buffer: in nvm
			  }
			  billingLog: ProfileGeneric version 1 0-0:98.1.0*255 {
			    capture clock.time, importTotal.value
			    sort_method = lifo
			    profile_entries = 12
			    buffer: in nvm
			  }
			  supply: DisconnectControl version 0 0-0:96.3.10*255 {
			    output_state: in call supplyState
			    control_state = connected in nvm
			    control_mode = mode_4
			  }
			  keys: %s
			  loadProfile: %s
			  supplyScripts: %s
			  frameCounter: Data 0-0:43.1.0*255 { value: double-long-unsigned in nvm }
			%s
			}
			%s
			""";
	private final Set<String> used = new HashSet<>();

	private String filled(String label) {
		used.add(label);
		String text = Stream.concat(Templates.ALL.stream(), Templates.OBJECTS.stream()).filter(each -> each.label().equals(label)).findFirst().orElseThrow().text();
		return PLACE.matcher(text).replaceAll("$1").replace("$0", "");
	}

	private String meter(String extra, String... constructs) {
		String inside = Stream.of(constructs).map(this::filled).collect(Collectors.joining("\n"));
		return METER.formatted(filled("companion"), filled("SecuritySetup, with keys"), filled("ProfileGeneric, load profile"), filled("ScriptTable, of a disconnector"), inside + extra, filled("scenario"));
	}

	private static List<String> errors(String text) throws IOException {
		Workspace workspace = new Workspace();
		workspace.put("base.cosem", Files.readString(Path.of("../../docs/language/base.cosem"), StandardCharsets.UTF_8));
		workspace.put("filled.cosem", text);
		return workspace.compile().findings().stream().filter(each -> each.severity() == Severity.ERROR).map(Object::toString).toList();
	}

	@Test
	void everyConstructCompilesAsItIsProposed() throws IOException {
		String[] sealed = { "event", "association, ciphered", "push, ciphered", "alert", "on", "every, with a push", "when" };
		assertEquals(List.of(), errors(meter("", sealed)));
		String reader = filled("association").replace("reader", "display").replace("client 2", "client 5").replace("40.0.2", "40.0.5");
		assertEquals(List.of(), errors(meter(reader, "event", "association, ciphered", "push", "alert", "on", "every")));
		assertEquals(List.of(), errors("namespace acme.alone\n%s\n".formatted(filled("meter"))));
		assertEquals(List.of(), errors("namespace acme.made\n%s\n".formatted(filled("class"))));
		assertEquals(List.of(), errors("""
				namespace acme.commands
				companion commands for ESME {
				  role Supplier faces wan "Energy supplier"
				  require threshold: Register 1-0:35.0.0*255
				  %s
				}
				""".formatted(filled("usecase"))));
		assertEquals(List.of(), errors("namespace acme.devices\nabstract meter M {\n%s\n}\n".formatted(filled("device"))));
		List<String> left = Stream.concat(Templates.ALL.stream(), Templates.OBJECTS.stream()).map(Templates.Template::label).filter(label -> !used.contains(label)).toList();
		assertTrue(left.isEmpty(), left::toString);
	}
}
