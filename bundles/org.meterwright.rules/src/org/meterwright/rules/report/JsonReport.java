// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.meterwright.rules.Finding;
import org.meterwright.rules.Severity;

/** An object with {@code findings} and their {@code summary}; accepted findings carry the reason in {@code accepted}, and {@code variants} names the variants that have the finding. */
public final class JsonReport implements FindingReport {

	@Override
	public String write(List<Finding> findings) {
		Map<String, Object> report = new LinkedHashMap<>();
		report.put("findings", findings.stream().map(JsonReport::finding).toList());
		report.put("summary", summary(findings));
		return JsonText.of(report);
	}

	private static Map<String, Object> finding(Finding finding) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("rule", finding.rule());
		json.put("severity", finding.severity().word());
		json.put("message", finding.message());
		json.put("file", finding.place().file());
		json.put("line", finding.place().line());
		json.put("offset", finding.place().offset());
		json.put("length", finding.place().length());
		json.put("accepted", finding.accepted().orElse(null));
		json.put("variants", finding.variants());
		return json;
	}

	private static Map<String, Object> summary(List<Finding> findings) {
		Map<String, Object> json = new LinkedHashMap<>();
		for (Severity severity : Severity.values()) {
			json.put("%ss".formatted(severity.word()),
					findings.stream().filter(finding -> finding.severity() == severity && finding.accepted().isEmpty()).count());
		}
		json.put("accepted", findings.stream().filter(finding -> finding.accepted().isPresent()).count());
		return json;
	}
}
