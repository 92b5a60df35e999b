// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.meterwright.rules.Finding;
import org.meterwright.rules.Rule;
import org.meterwright.rules.RuleCatalogue;
import org.meterwright.rules.Severity;

/**
 * SARIF 2.1.0 (OASIS): one run, the rules that gave findings, one result for each finding. Accepted findings are suppressed in source
 * with the designer's reason.
 */
public final class SarifReport implements FindingReport {

	private final RuleCatalogue catalogue;
	private final String version;

	/** Make a report of a tool's version that describes the rules of the catalogue. */
	public SarifReport(RuleCatalogue catalogue, String version) {
		this.catalogue = catalogue;
		this.version = version;
	}

	@Override
	public String write(List<Finding> findings) {
		List<String> ids = List.copyOf(new TreeSet<>(findings.stream().map(Finding::rule).toList()));
		Map<String, Object> driver = new LinkedHashMap<>();
		driver.put("name", "Meterwright");
		driver.put("version", version);
		driver.put("rules", ids.stream().map(this::rule).toList());
		Map<String, Object> run = new LinkedHashMap<>();
		run.put("tool", Map.of("driver", driver));
		run.put("columnKind", "utf16CodeUnits");
		run.put("results", findings.stream().map(finding -> result(finding, ids.indexOf(finding.rule()))).toList());
		Map<String, Object> log = new LinkedHashMap<>();
		log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
		log.put("version", "2.1.0");
		log.put("runs", List.of(run));
		return JsonText.of(log);
	}

	private Map<String, Object> rule(String id) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("id", id);
		catalogue.find(id).ifPresent(rule -> describe(rule, json));
		return json;
	}

	private static void describe(Rule rule, Map<String, Object> json) {
		json.put("shortDescription", Map.of("text", rule.title()));
		json.put("fullDescription", Map.of("text", rule.why()));
		json.put("help", Map.of("text", rule.explain()));
		json.put("defaultConfiguration", Map.of("level", level(rule.severity())));
	}

	private static Map<String, Object> result(Finding finding, int ruleIndex) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("ruleId", finding.rule());
		json.put("ruleIndex", ruleIndex);
		json.put("level", level(finding.severity()));
		json.put("message", Map.of("text", finding.message()));
		json.put("locations", List.of(Map.of("physicalLocation", location(finding))));
		if (!finding.variants().isEmpty()) {
			json.put("properties", Map.of("variants", finding.variants()));
		}
		finding.accepted().ifPresent(reason -> json.put("suppressions", List.of(suppression(reason))));
		return json;
	}

	private static Map<String, Object> location(Finding finding) {
		Map<String, Object> region = new LinkedHashMap<>();
		region.put("startLine", Math.max(1, finding.place().line()));
		region.put("charOffset", Math.max(0, finding.place().offset()));
		region.put("charLength", Math.max(0, finding.place().length()));
		Map<String, Object> location = new LinkedHashMap<>();
		location.put("artifactLocation", Map.of("uri", uri(finding.place().file())));
		location.put("region", region);
		return location;
	}

	private static Map<String, Object> suppression(String reason) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("kind", "inSource");
		json.put("justification", reason);
		return json;
	}

	private static String level(Severity severity) {
		return switch (severity) {
			case ERROR -> "error";
			case WARNING -> "warning";
			case INFO -> "note";
		};
	}

	/** Return a file name as a URI reference (RFC 3986). */
	private static String uri(String file) {
		try {
			return new URI(null, null, file.contains(":") && !file.startsWith("/") ? "./%s".formatted(file) : file, null).toASCIIString();
		} catch (URISyntaxException e) {
			return "unknown";
		}
	}
}
