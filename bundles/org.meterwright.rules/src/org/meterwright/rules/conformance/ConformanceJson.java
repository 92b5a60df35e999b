// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.meterwright.cosem.value.Origin;
import org.meterwright.rules.report.JsonText;

/** Writes conformance reports as JSON. */
public final class ConformanceJson {
	private ConformanceJson() {
	}

	/** Returns the document: a list of meters, each with counts and lines. */
	public static String of(List<ConformanceReport> reports) {
		return JsonText.of(Map.of("meters", reports.stream().map(ConformanceJson::report).toList()));
	}

	private static Map<String, Object> report(ConformanceReport report) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("meter", report.meter());
		map.put("companions", report.companions());
		map.put("conforms", report.conforms());
		Map<String, Object> counts = new LinkedHashMap<>();
		for (ConformanceLine.Kind kind : ConformanceLine.Kind.values()) {
			Map<String, Object> byVerdict = new LinkedHashMap<>();
			ConformanceReport.count(report.lines(kind)).forEach((verdict, count) -> byVerdict.put(verdict.word(), count));
			counts.put(kind.name().toLowerCase(Locale.ROOT), byVerdict);
		}
		map.put("counts", counts);
		map.put("lines", report.lines().stream().map(ConformanceJson::line).toList());
		map.put("scenarios", report.scenarios().entrySet().stream().map(each -> scenario(each.getKey(), each.getValue())).toList());
		return map;
	}

	private static Map<String, Object> line(ConformanceLine line) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("kind", line.kind().name().toLowerCase(Locale.ROOT));
		map.put("name", line.name());
		map.put("text", line.text());
		map.put("clauses", line.clauses());
		map.put("not_specified", line.unspecified());
		map.put("verdict", line.verdict().word());
		map.put("places", line.places().stream().map(ConformanceJson::place).toList());
		map.put("problems", line.problems());
		map.put("accepted", line.accepted());
		List<Object> proofs = new ArrayList<>();
		line.proofs().forEach(proof -> proofs.add(proof(proof)));
		map.put("scenarios", proofs);
		return map;
	}

	private static Map<String, Object> place(Origin place) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("file", place.file());
		map.put("line", place.line());
		return map;
	}

	private static Map<String, Object> scenario(ScenarioResult result, List<String> about) {
		Map<String, Object> map = proof(result);
		map.put("about", about);
		return map;
	}

	private static Map<String, Object> proof(ScenarioResult result) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("scenario", result.scenario());
		map.put("passed", result.passed());
		map.put("message", result.message());
		return map;
	}
}
