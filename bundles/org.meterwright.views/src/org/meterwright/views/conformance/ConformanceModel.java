// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.conformance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.meterwright.cosem.Companion;
import org.meterwright.cosem.Demand;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.UseCaseStep;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.output.GeneratedOutput;
import org.meterwright.dsl.play.PlayedEvidence;
import org.meterwright.rules.conformance.Conformance;
import org.meterwright.rules.conformance.ConformanceLine;
import org.meterwright.rules.conformance.ConformanceLine.Kind;
import org.meterwright.rules.conformance.ConformanceReport;
import org.meterwright.rules.conformance.ScenarioProofs;
import org.meterwright.rules.conformance.Verdict;
import org.meterwright.scenario.ScenarioResult;
import org.meterwright.views.conformance.ConformanceRow.Level;

/** What the companions of a meter ask and what becomes of it, as {@code meterwright report} says it. */
public final class ConformanceModel {
	private final Meter meter;
	private final ConformanceReport report;

	private ConformanceModel(Meter meter, ConformanceReport report) {
		this.meter = meter;
		this.report = report;
	}

	/**
	 * Makes the model of a meter.
	 *
	 * @param played what came of scenarios of the same meter; none when none were played
	 */
	public static ConformanceModel of(CompiledMeter meter, List<ScenarioResult> played) {
		var proofs = ScenarioProofs.of(meter.model(), played.stream().map(PlayedEvidence::of).toList());
		return new ConformanceModel(meter.model(), Conformance.of(GeneratedOutput.label(meter), meter.model(), meter.findings(), proofs));
	}

	/** Returns the report. */
	public ConformanceReport report() {
		return report;
	}

	/** Says how it stands in one line. */
	public String summary() {
		if (report.companions().isEmpty()) {
			return "%s conforms to no companion: write conforms and the companion's name behind the meter's.".formatted(report.meter());
		}
		Map<Verdict, Integer> counts = ConformanceReport.count(report.lines());
		String words = counts.entrySet().stream().map(each -> "%d %s".formatted(each.getValue(), each.getKey().words())).collect(Collectors.joining(", "));
		return "%s, %s: %s".formatted(report.meter(), report.companions().getLast(), words);
	}

	/**
	 * Returns the lines that are shown.
	 *
	 * @param words   all of them must stand in the name, the text, the clauses or the reasons of a requirement
	 * @param shown   which verdicts
	 * @param toggled keys of lines that are open or closed against the rule: kinds are open and requirements closed
	 */
	public List<ConformanceRow> rows(String words, Shown shown, Set<String> toggled) {
		List<String> wanted = List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+"));
		List<ConformanceRow> rows = new ArrayList<>();
		for (Kind kind : Kind.values()) {
			List<ConformanceLine> all = report.lines(kind);
			List<ConformanceLine> lines = all.stream().filter(line -> shown.has(line.verdict()) && has(line, wanted)).toList();
			if (!lines.isEmpty()) {
				boolean open = !toggled.contains(kind.name());
				rows.add(kind(kind, all, lines.size(), open));
				if (open) {
					lines.forEach(line -> add(line, toggled.contains(key(line)), rows));
				}
			}
		}
		return rows;
	}

	private static boolean has(ConformanceLine line, List<String> words) {
		String all = "%s %s %s %s %s %s".formatted(line.name(), line.text(), line.clauses(), line.problems(), line.accepted(), line.verdict().words()).toLowerCase(Locale.ROOT);
		return words.stream().allMatch(all::contains);
	}

	private static ConformanceRow kind(Kind kind, List<ConformanceLine> all, int shown, boolean open) {
		String counts = ConformanceReport.count(all).entrySet().stream().map(each -> "%d %s".formatted(each.getValue(), each.getKey().words())).collect(Collectors.joining(", "));
		String name = shown == all.size() ? "%s (%d)".formatted(kind.heading(), shown) : "%s (%d of %d)".formatted(kind.heading(), shown, all.size());
		return new ConformanceRow(Level.KIND, kind.name(), name, Optional.empty(), counts, "", "", Optional.empty(), Optional.empty(), open, true);
	}

	private static String key(ConformanceLine line) {
		return "%s %s".formatted(line.kind(), line.name());
	}

	private static void add(ConformanceLine line, boolean open, List<ConformanceRow> rows) {
		List<ConformanceRow> reasons = reasons(line);
		String why = line.problems().isEmpty() ? line.text() : "%s   \u2014   %s".formatted(line.text(), line.problems().getFirst());
		rows.add(new ConformanceRow(Level.REQUIREMENT, key(line), line.name(), Optional.of(line.verdict()), why, where(line.places()), String.join("; ", line.clauses()),
				line.places().stream().filter(place -> !place.file().isEmpty()).findFirst(), Optional.of(line), open, !reasons.isEmpty()));
		if (open) {
			rows.addAll(reasons);
		}
	}

	private static String where(List<Origin> places) {
		List<Origin> written = places.stream().filter(place -> !place.file().isEmpty()).toList();
		return written.isEmpty() ? "" : written.size() == 1 ? where(written.getFirst()) : "%s and %d more".formatted(where(written.getFirst()), written.size() - 1);
	}

	private static String where(Origin place) {
		return "%s:%d".formatted(place.file().replaceFirst(".*/", ""), place.line());
	}

	private static List<ConformanceRow> reasons(ConformanceLine line) {
		List<ConformanceRow> rows = new ArrayList<>();
		line.problems().forEach(problem -> rows.add(reason(line, rows.size(), "why", problem, Optional.empty())));
		line.accepted().forEach(accepted -> rows.add(reason(line, rows.size(), "accepted", accepted, Optional.empty())));
		line.unspecified().forEach(facet -> rows.add(reason(line, rows.size(), line.kind() == Kind.DEMAND ? "uncertain" : "not specified", facet, Optional.empty())));
		line.proofs().forEach(proof -> rows.add(reason(line, rows.size(), proof.passed() ? "shown by" : "failed", "%s%s".formatted(proof.scenario(),
				proof.message().isEmpty() ? "" : ": %s".formatted(proof.message())), Optional.empty())));
		line.places().stream().filter(place -> !place.file().isEmpty()).forEach(place -> rows.add(reason(line, rows.size(), "written in", where(place), Optional.of(place))));
		return rows;
	}

	private static ConformanceRow reason(ConformanceLine line, int number, String what, String words, Optional<Origin> place) {
		return new ConformanceRow(Level.REASON, "%s %d".formatted(key(line), number), what, Optional.empty(), words, place.map(ConformanceModel::where).orElse(""), "", place,
				Optional.of(line), false, false);
	}

	/** Returns the names of what a requirement needs and the meter lacks, families without their index: what can be created for it. */
	public Set<String> creatable(ConformanceLine line) {
		Set<String> names = needed(line);
		names.retainAll(missing());
		return names;
	}

	/** Returns the names of all that is required and that the meter lacks: objects, associations, what raises Alerts, and roles whose associations those need. */
	public Set<String> creatable() {
		Set<String> names = missing();
		names.addAll(report.lines(Kind.ALERT).stream().filter(line -> line.verdict() == Verdict.MISSING).flatMap(line -> recipients(line).stream()).toList());
		return names;
	}

	private Set<String> missing() {
		return Stream.of(Kind.OBJECT, Kind.ASSOCIATION, Kind.ALERT).flatMap(kind -> report.lines(kind).stream()).filter(line -> line.verdict() == Verdict.MISSING)
				.map(line -> family(line.name())).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private List<String> recipients(ConformanceLine line) {
		return companions(Companion::getAlerts).stream().filter(each -> line.name().equals(each.getName())).flatMap(each -> each.getRecipients().stream()).map(Role::getName).toList();
	}

	private Set<String> needed(ConformanceLine line) {
		Set<String> names = new LinkedHashSet<>();
		switch (line.kind()) {
			case OBJECT, ALERT, ASSOCIATION -> names.add(family(line.name()));
			case USE_CASE -> companions(Companion::getUseCases).stream().filter(each -> line.name().equals(each.getName())).forEach(each -> names.addAll(needed(each)));
			case DEMAND -> companions(Companion::getDemands).stream().filter(each -> line.name().equals(each.getName())).forEach(each -> names.addAll(needed(each)));
		}
		return names;
	}

	private <T> List<T> companions(Function<Companion, List<T>> part) {
		return meter.getCompanions().stream().flatMap(companion -> part.apply(companion).stream()).toList();
	}

	private Set<String> needed(Demand demand) {
		Set<String> names = demand.getPlaces().stream().map(place -> family(place.getRequirement().getName())).collect(Collectors.toCollection(LinkedHashSet::new));
		demand.getUseCases().forEach(useCase -> names.addAll(needed(useCase)));
		return names;
	}

	private Set<String> needed(UseCase useCase) {
		return useCase.getSteps().stream().flatMap(step -> companions(Companion::getRequirements).stream().filter(each -> isOf(each, step)))
				.map(requirement -> family(requirement.getName())).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static boolean isOf(Requirement requirement, UseCaseStep step) {
		return requirement.getClassId() == step.getClassId() && step.getLogicalName().equals(requirement.getLogicalName());
	}

	private static String family(String name) {
		return name.replaceFirst("\\[.*", "");
	}
}
