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
import java.util.Map;
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
			  activeRate: Data 0-0:96.14.0*255 { value: unsigned = 1 in nvm }
			  supply: DisconnectControl version 0 0-0:96.3.10*255 {
			    output_state: in call supplyState
			    control_state = connected in nvm
			    control_mode = mode_4
			  }
			%s
			  frameCounter: Data 0-0:43.1.0*255 { value: double-long-unsigned in nvm }
			%s
			}
			%s
			""";
	private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("SecuritySetup, with keys", "keys"), Map.entry("ProfileGeneric, load profile", "loadProfile"),
			Map.entry("ProfileGeneric, daily profile", "dailyProfile"), Map.entry("ProfileGeneric, billing log", "billingLog"), Map.entry("ProfileGeneric, event log", "eventLog"),
			Map.entry("ScriptTable, of a disconnector", "supplyScripts"), Map.entry("ScriptTable, of a tariff", "tariffScripts"), Map.entry("ActivityCalendar, of a tariff", "tariffCalendar"),
			Map.entry("SpecialDaysTable, holidays", "holidays"), Map.entry("Schedule, of scripts", "winterNights"), Map.entry("Credit, bought with tokens", "balance"),
			Map.entry("Credit, for an emergency", "emergencyCredit"), Map.entry("Charge, for energy", "energyCharge"), Map.entry("Account, prepayment", "account"),
			Map.entry("TokenGateway, top-up", "tokens"));
	private final Set<String> used = new HashSet<>();

	private String filled(String label) {
		used.add(label);
		String text = Stream.concat(Templates.ALL.stream(), Templates.OBJECTS.stream()).filter(each -> each.label().equals(label)).findFirst().orElseThrow().text();
		return PLACE.matcher(text).replaceAll("$1").replace("$0", "");
	}

	private String meter(String extra, String... constructs) {
		String inside = Stream.of(constructs).map(this::filled).collect(Collectors.joining("\n"));
		return METER.formatted(filled("companion"), objects(), inside + extra, filled("scenario"));
	}

	/** Returns an object of each template, by the name that other templates propose for it. */
	private String objects() {
		return NAMES.entrySet().stream().map(each -> "%s: %s\n".formatted(each.getValue(), filled(each.getKey()))).collect(Collectors.joining());
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
