// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.starter;

import java.io.StringReader;
import java.util.Locale;

import org.eclipse.xtext.parser.IParser;
import org.meterwright.dsl.formatting2.TextFormatter;

/** Makes the text of a new meter: it checks without an error and generates as it stands. */
public final class MeterStarter {
	private final IParser parser;

	/** Makes texts that are laid out as the formatter does. */
	public MeterStarter(IParser parser) {
		this.parser = parser;
	}

	/** Makes the text. */
	public String text(MeterPlan plan) {
		return new TextFormatter().format(parser.parse(new StringReader(raw(plan))));
	}

	private static String raw(MeterPlan plan) {
		String device = "device management at 1 named \"%s{serial}\" {\n%s\n}\n".formatted(plan.manufacturer(), new DeviceText(plan).text());
		String body = "%s\n%s\n%s\n%s".formatted(head(plan), device, new ClientsText(plan).text(), new EventsText(plan).text());
		return "namespace %s\n\nimport cosem.*\n\n%smeter %s {\n%s}\n\n%s".formatted(plan.namespace(), about(plan), plan.name(), body, TariffText.types(plan));
	}

	private static String about(MeterPlan plan) {
		return """
				/**
				 * %s: %s.
				 * Every object says its interface class and logical name; what is not written comes from the class.
				 */
				""".formatted(plan.name(), plan.wiring().label().toLowerCase(Locale.ROOT));
	}

	private static String head(MeterPlan plan) {
		String rates = plan.hasTariff() ? "index rate = 1..%d\n".formatted(plan.rates()) : "";
		String phases = plan.has(Part.QUALITY) ? "index phase = %s // C of the logical name of the voltage\n".formatted(plan.wiring().index()) : "";
		return """
				property manufacturer = "%s"

				// what the tables may take: the status line says what they do take
				memory rom = 128 KiB
				memory ram = 8 KiB
				memory nvm = 1024 KiB

				%s%s""".formatted(plan.manufacturer(), rates, phases);
	}
}
