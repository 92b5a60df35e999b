// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.quickfix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.xtext.parser.IParseResult;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.rules.Finding;
import org.meterwright.rules.Rule;
import org.meterwright.rules.RuleCatalogue;
import org.meterwright.rules.area.AssociationRules;
import org.meterwright.rules.area.ClockRules;
import org.meterwright.rules.area.CompanionAssociationRules;
import org.meterwright.rules.area.EventRules;
import org.meterwright.rules.area.GbcsRules;
import org.meterwright.rules.area.IdentityRules;
import org.meterwright.rules.area.ObisRules;
import org.meterwright.rules.area.ProfileRules;
import org.meterwright.rules.area.PushRules;
import org.meterwright.rules.area.RightRules;
import org.meterwright.rules.area.ServiceRules;
import org.meterwright.rules.area.StoreRules;

/** The ways to mend findings by a change of the text. What a fix is called stands in the rule's description. */
public final class QuickFixes {
	private static final Map<String, List<Fixer>> FIXERS = new HashMap<>();

	static {
		put(context -> AttributeFixes.store(context, "nvm"), RightRules.WRITE_CONSTANT, StoreRules.VOLATILE_SETTING, ProfileRules.VOLATILE_BUFFER);
		put(context -> AttributeFixes.store(context, "ram"), StoreRules.DYNAMIC_CONSTANT);
		put(AttributeFixes::bound, StoreRules.UNBOUNDED);
		put(AttributeFixes::removeValue, StoreRules.VALUE_OF_CALL);
		put(AttributeFixes::everyYear, ClockRules.ONE_YEAR);
		put(AssociationFixes::addService, ServiceRules.NO_GET, ServiceRules.NO_SET, ServiceRules.NO_ACTION, ServiceRules.NO_SELECTION,
				ServiceRules.LIST_TOO_LONG);
		put(AssociationFixes::gmac, AssociationRules.WEAK_MECHANISM);
		put(DeclarationFixes::useLogicalName, ObisRules.UNKNOWN_NAME, IdentityRules.RESERVED_NAME, IdentityRules.USUAL_NAME, IdentityRules.PLACE_OF_CLASS);
		put(AssociationFixes::moveDevice, IdentityRules.RESERVED_SAP, IdentityRules.DUPLICATE_SAP, IdentityRules.FORBIDDEN_SAP);
		put(DeclarationFixes::newest, PushRules.WHOLE_BUFFER);
		put(DeclarationFixes::waitBetweenRetries, PushRules.NO_DELAY);
		put(DeclarationFixes::notCritical, GbcsRules.CRITICAL_ALERT, GbcsRules.NEVER_CRITICAL);
		put(DeclarationFixes::removeAcceptance, "MW-ACC-001", "MW-ACC-002");
		put(DeclarationFixes::useName, "MW-LANG-002", "MW-LANG-011", "MW-LANG-020", "MW-LANG-024", "MW-LANG-026", "MW-LANG-042", "MW-LANG-052", "MW-LANG-057", "MW-LANG-012",
				"MW-LANG-200", "MW-LANG-202", "MW-LANG-204", "MW-LANG-209", "MW-LANG-227", "MW-LANG-228", "MW-LANG-234");
		put(ValueFixes::unit, "MW-LANG-033");
		put(ValueFixes::lines, "MW-LANG-040");
		put(ValueFixes::type, "MW-LANG-041");
		put(DeclarationFixes::override, "MW-LANG-013");
		put(DeclarationFixes::useImport, "MW-LANG-004");
		put(DeclarationFixes::useVersion, "MW-LANG-006");
		put(DeclarationFixes::removeImport, "MW-LANG-007");
	}

	static {
		put(LineFixes::removeLine, "MW-LANG-044");
		put(LineFixes::removeLike, "MW-LANG-018");
		put(LineFixes::parameter, "MW-LANG-220");
		put(LineFixes::removeReaction, EventRules.NO_ACTION);
		put(LineFixes::deviation, ClockRules.NO_DEVIATION);
		put(AssociationFixes::versionThree, RightRules.MODE_OF_VERSION);
		put(AssociationFixes::secretSlot, AssociationRules.NO_SECRET);
	}

	static {
		read(QuickFixes.class.getResourceAsStream("mends.txt"));
	}

	private final RuleCatalogue catalogue;

	/** Makes the service for the rules of a catalogue. */
	public QuickFixes(RuleCatalogue catalogue) {
		this.catalogue = catalogue;
	}

	/** Reads which rule is mended how, a line each; of several lines for a rule the first that can do something does it. */
	private static void read(InputStream mends) {
		try (mends) {
			new String(mends.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("MW-"))
					.forEach(line -> put(Mending.of(line.substring(line.indexOf(' ') + 1)), line.substring(0, line.indexOf(' '))));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static void put(Fixer fixer, String... rules) {
		for (String rule : rules) {
			FIXERS.computeIfAbsent(rule, each -> new ArrayList<>()).add(fixer);
		}
	}

	/** Returns the rules whose findings can be mended. */
	public static Set<String> rules() {
		return Set.copyOf(FIXERS.keySet());
	}

	/** Returns the ways to mend a finding in the text that it was found in, the best first; none when there is no way. */
	public List<QuickFix> of(Finding finding, IParseResult parsed) {
		boolean inside = parsed != null && finding.place().offset() < parsed.getRootNode().getTotalLength();
		return !inside ? List.of() : catalogue.find(finding.rule()).map(rule -> new FixContext(finding, rule, parsed.getRootNode())).flatMap(context -> FIXERS
				.getOrDefault(finding.rule(), List.of()).stream().map(fixer -> fixer.fixes(context)).filter(fixes -> !fixes.isEmpty()).findFirst()).orElse(List.of());
	}

	/**
	 * Returns the ways to mend a finding in the text that it was found in, the best first; none when there is no way.
	 *
	 * @param meters the meters that the texts make: what is written may hang on what they have
	 */
	public List<QuickFix> of(Finding finding, IParseResult parsed, List<CompiledMeter> meters) {
		List<QuickFix> fixes = of(finding, parsed);
		boolean whole = !fixes.isEmpty() && finding.rule().equals(CompanionAssociationRules.MISSING);
		return whole ? catalogue.find(finding.rule()).map(rule -> new FixContext(finding, rule, parsed.getRootNode())).flatMap(context -> WholeAssociation.of(context, meters)).orElse(fixes) : fixes;
	}

	/** Returns the way to accept a finding in the text, for rules that allow it; the designer writes the reason. */
	public Optional<QuickFix> acceptance(Finding finding, IParseResult parsed) {
		boolean inside = parsed != null && finding.accepted().isEmpty() && !finding.rule().startsWith("MW-LANG-") && finding.place().offset() < parsed.getRootNode().getTotalLength();
		return inside ? catalogue.find(finding.rule()).filter(Rule::acceptable).flatMap(rule -> LineFixes.accept(new FixContext(finding, rule, parsed.getRootNode()))) : Optional.empty();
	}
}
