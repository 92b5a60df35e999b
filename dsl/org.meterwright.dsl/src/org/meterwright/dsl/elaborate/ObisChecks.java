// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.meterwright.cosem.obis.GroupValues;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.ObisDecl;
import org.meterwright.dsl.cosemDsl.ObisGroupDecl;
import org.meterwright.dsl.cosemDsl.ObisGroupValue;
import org.meterwright.dsl.elaborate.Declarations.Sort;
import org.meterwright.dsl.syntax.SyntaxFile;

/** Checks entries and groups of the OBIS dictionary. */
final class ObisChecks {
	private static final String RULE = "MW-LANG-060";
	private static final CosemDslPackage SYNTAX = CosemDslPackage.eINSTANCE;
	private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
	private static final Pattern NUMBER = Pattern.compile("n(-\\d{1,3})?");
	private static final int LAST = 255;

	private final Names names;
	private final Report report;
	private final Units units;

	ObisChecks(Names names, Report report, Units units) {
		this.names = names;
		this.report = report;
		this.units = units;
	}

	void entry(ObisDecl entry) {
		entry.getClasses().forEach(name -> names.classes(entry, SYNTAX.getObisDecl_Classes(), name));
		entry.getUnits().forEach(name -> units.code(entry, SYNTAX.getObisDecl_Units(), name));
		if (entry.getCode() == null || entry.getTitle() == null) {
			return;
		}
		try {
			title(entry, ObisPattern.read(entry.getCode(), Optional.ofNullable(entry.getMedia()), name -> group(entry, name)));
		} catch (IllegalArgumentException e) {
			report.report(RULE, entry, SYNTAX.getObisDecl_Code(), e.getMessage());
		}
	}

	private GroupValues group(ObisDecl entry, String name) {
		Declarations declarations = names.declarations();
		if (declarations.find(Sort.OBIS_GROUP, SyntaxFile.of(entry), name).isEmpty()) {
			Optional<String> near = Suggest.nearest(name, declarations.names(Sort.OBIS_GROUP));
			throw new IllegalArgumentException("no obis group %s%s".formatted(name, near.map("; did you mean %s?"::formatted).orElse("")));
		}
		return ObisDictionaries.group(declarations, SyntaxFile.of(entry), name);
	}

	private void title(ObisDecl entry, List<GroupValues> groups) {
		Matcher m = PLACEHOLDER.matcher(entry.getTitle());
		while (m.find()) {
			String word = m.group(1);
			if (!ObisDictionaries.letters().containsKey(word) && groups.stream().noneMatch(each -> each.name().equals(word))) {
				report.report(RULE, entry, SYNTAX.getObisDecl_Title(), "{%s} stands for nothing in %s; write a letter a to f or a group of the logical name".formatted(word, entry.getCode()));
			}
		}
	}

	void group(ObisGroupDecl group) {
		boolean[] seen = new boolean[LAST + 1];
		for (ObisGroupValue each : group.getValues()) {
			text(each);
			long lower = Numerals.longOf(each.getLower());
			long upper = each.getUpper() == null ? lower : Numerals.longOf(each.getUpper());
			if (upper > LAST || lower > upper) {
				report.report(RULE, each, "%s is no range of values of a value group; write 0 to 255, the lower value first".formatted(
						each.getUpper() == null ? each.getLower() : "%s..%s".formatted(each.getLower(), each.getUpper())));
				continue;
			}
			for (int value = (int) lower; value <= upper; value++) {
				if (seen[value]) {
					report.report(RULE, each, "%d is in obis group %s before".formatted(value, group.getName()));
					break;
				}
				seen[value] = true;
			}
		}
	}

	private void text(ObisGroupValue value) {
		Matcher m = PLACEHOLDER.matcher(value.getText() == null ? "" : value.getText());
		while (m.find()) {
			if (!NUMBER.matcher(m.group(1)).matches()) {
				report.report(RULE, value, "{%s} stands for nothing in the text of a value; write {n} for the value, or {n-100}".formatted(m.group(1)));
			}
		}
	}
}
