// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.meterwright.cosem.value.Origin;
import org.meterwright.exchange.compare.Change;
import org.meterwright.exchange.compare.Comparison;
import org.meterwright.exchange.compare.Impact;
import org.meterwright.exchange.compare.Subject;
import org.meterwright.rules.report.JsonText;

/** Writes comparisons as JSON: an object with {@code comparisons}, each with its {@code changes} and their {@code summary}. */
final class CompareJson {

	private CompareJson() {
	}

	/** Return the document. */
	static String of(List<Comparison> comparisons) {
		return JsonText.of(Map.of("comparisons", comparisons.stream().map(CompareJson::comparison).toList()));
	}

	private static Map<String, Object> comparison(Comparison comparison) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("left", comparison.left());
		json.put("right", comparison.right());
		json.put("scope", comparison.scope() == Comparison.Scope.ALL ? "all" : "object lists");
		json.put("changes", comparison.changes().stream().map(CompareJson::change).toList());
		Map<String, Object> summary = new LinkedHashMap<>();
		for (Impact impact : Impact.values()) {
			summary.put(impact.word(), comparison.changes(impact).size());
		}
		json.put("summary", summary);
		return json;
	}

	private static Map<String, Object> change(Change change) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("kind", change.kind().id());
		json.put("impact", change.impact().word());
		json.put("title", change.kind().title());
		json.put("why", change.kind().why());
		json.put("subject", subject(change.subject()));
		json.put("member", change.member());
		json.put("association", change.association());
		json.put("before", change.before());
		json.put("after", change.after());
		json.put("clients", change.clients());
		json.put("left", place(change.left()));
		json.put("right", place(change.right()));
		return json;
	}

	private static Map<String, Object> subject(Subject subject) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("sort", subject.sort().word());
		json.put("device", subject.device());
		json.put("name", subject.name());
		json.put("what", subject.what());
		if (subject.classId() > 0) {
			json.put("class", subject.classId());
			json.put("version", subject.version());
		}
		json.put("meaning", subject.meaning());
		return json;
	}

	private static Map<String, Object> place(Optional<Origin> place) {
		return place.map(origin -> {
			Map<String, Object> json = new LinkedHashMap<>();
			json.put("file", origin.file());
			json.put("line", origin.line());
			return json;
		}).orElse(null);
	}
}
