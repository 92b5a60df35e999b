// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

import org.meterwright.cosem.work.SideBySide;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.rules.Finding;

/**
 * A place at which the lines of some objects become values while others do the same with other objects: findings, links and the account of
 * files are its own, until they are handed over.
 */
final class Desk {
	/** Objects of one part: enough to be worth a desk of their own. */
	private static final int PART = 1000;

	private final Elaboration elaboration;
	private final Report report = new Report();
	private final Links links = new Links();
	private final Declarations declarations;
	private final Types types;
	private final Values values;
	private final Map<AttributeLine, List<Finding>> ofLines = new IdentityHashMap<>();

	/** Opens a desk. The names of the meter are known, and no more come while it is open. */
	Desk(Elaboration elaboration) {
		this(elaboration, elaboration.names().declarations());
	}

	/** Opens a desk after the elaboration, when the files declare what they did, but may be others. */
	Desk(Elaboration elaboration, Declarations present) {
		this.elaboration = elaboration;
		this.declarations = present.account();
		Names names = new Names(declarations, report, links);
		Resolver resolver = new Resolver(elaboration.items(), elaboration.symbols(), report, links);
		this.types = new Types(names, report);
		this.values = new Values(types, new Units(names, report), report, (ref, scope) -> resolver.resolve(ref, scope, Want.OBJECT_OR_ATTRIBUTE));
	}

	/** Does the same with all objects of an elaboration, a desk for each part of them; the outcome is that of one object after the other. */
	static void sideBySide(Elaboration elaboration, BiConsumer<List<ObjectHandle>, Desk> work) {
		List<ObjectHandle> objects = elaboration.objects();
		int parts = Math.max(1, objects.size() / PART);
		List<List<ObjectHandle>> lists = IntStream.range(0, parts).mapToObj(part -> objects.subList(part * objects.size() / parts, (part + 1) * objects.size() / parts)).toList();
		SideBySide.map(lists, list -> {
			Desk desk = new Desk(elaboration);
			work.accept(list, desk);
			return desk;
		}).forEach(Desk::handOver);
	}

	Report report() {
		return report;
	}

	Links links() {
		return links;
	}

	Types types() {
		return types;
	}

	Values values() {
		return values;
	}

	/** Returns the account of files and imports. */
	Declarations declarations() {
		return declarations;
	}

	/** Takes what was found since there were so many findings as what a line says of an object. */
	void note(AttributeLine line, int before) {
		if (report.count() > before) {
			ofLines.computeIfAbsent(line, key -> new ArrayList<>(1)).addAll(report.since(before));
		}
	}

	/** Returns the findings on each line. */
	Map<AttributeLine, List<Finding>> ofLines() {
		return ofLines;
	}

	/** Tells what was found on each line, and what else, and gives the links to the elaboration. */
	void tell(Told told) {
		List<Finding> others = new ArrayList<>(report.findings());
		ofLines.forEach((line, found) -> {
			others.removeAll(found);
			told.add(line, found);
		});
		told.findings().addAll(others);
		told.files().addAll(declarations.touched());
		elaboration.links().join(links);
	}

	/** Gives what was found to the elaboration. Desks hand over in the order of their objects: the outcome is that of one after the other. */
	void handOver() {
		elaboration.report().addAll(report);
		elaboration.links().join(links);
		ofLines.forEach((line, findings) -> elaboration.ofLines().computeIfAbsent(line, key -> new ArrayList<>(1)).addAll(findings));
		Declarations all = elaboration.names().declarations();
		declarations.touched().forEach(all::touch);
		all.use(declarations.used());
	}
}
