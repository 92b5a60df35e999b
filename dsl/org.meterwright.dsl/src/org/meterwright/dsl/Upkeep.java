// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.elaborate.Declarations;
import org.meterwright.dsl.elaborate.ValueLines;
import org.meterwright.dsl.syntax.LineEdit;
import org.meterwright.dsl.syntax.StructureEdit;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.rules.Finding;
import org.meterwright.scenario.Scenario;

/**
 * Makes what came of a meter before an edit that what comes of it now, without compiling it: places move, and values change where nothing else
 * was made from them. Nothing is changed unless all can be told.
 */
final class Upkeep {
	private final CompiledUnit unit;
	private final MeterDecl meter;
	private final Declarations declarations;
	private final Relocation relocation = new Relocation();
	private final Set<SyntaxFile> files = new LinkedHashSet<>();
	private final List<LineEdit> edits = new ArrayList<>();
	private Optional<ObjectUpkeep> objects = Optional.empty();
	private boolean moved;

	private Upkeep(CompiledUnit unit, MeterDecl meter, Declarations declarations) {
		this.unit = unit;
		this.meter = meter;
		this.declarations = declarations;
	}

	/**
	 * Returns the unit on the files as they are now; nothing when it has to be compiled.
	 *
	 * @param declarations what the files declare now, which are the same names as before
	 * @param present      the files as they are now, by name
	 */
	static Optional<CompiledUnit> of(CompiledUnit unit, MeterDecl meter, Declarations declarations, Map<String, SyntaxFile> present) {
		Upkeep upkeep = new Upkeep(unit, meter, declarations);
		if (!unit.files().stream().allMatch(file -> upkeep.take(file, present.get(file.name())))) {
			return Optional.empty();
		}
		try {
			return upkeep.objects.isPresent() ? upkeep.applyObjects() : upkeep.moved ? upkeep.apply() : Optional.of(unit);
		} catch (RuntimeException | StackOverflowError e) {
			// A fault of the program is told by whoever compiles the whole meter.
			return Optional.empty();
		}
	}

	private boolean take(SyntaxFile file, SyntaxFile now) {
		Optional<List<LineEdit>> since = now == null ? Optional.empty() : now.since(file.edition());
		Optional<StructureEdit> edit = now == null ? Optional.empty() : now.structureSince(file.edition());
		if (edit.isPresent() && objects.isEmpty()) {
			objects = Optional.of(new ObjectUpkeep(edit.get(), file));
			files.add(now);
			relocation.add(file, now, List.of());
			return true;
		}
		since.ifPresent(lines -> {
			files.add(now);
			edits.addAll(joined(lines));
			moved |= now != file;
			if (now != file) {
				relocation.add(file, now, joined(lines));
			}
		});
		return since.isPresent();
	}

	/** Joins edits of the same line. */
	private static List<LineEdit> joined(List<LineEdit> edits) {
		Map<AttributeLine, LineEdit> newest = new LinkedHashMap<>();
		for (LineEdit edit : edits) {
			LineEdit earlier = newest.remove(edit.before());
			newest.put(edit.now(), earlier == null ? edit : new LineEdit(earlier.from(), edit.to(), earlier.before(), edit.now()));
		}
		return List.copyOf(newest.values());
	}

	private Optional<CompiledUnit> apply() {
		if (!edits.isEmpty() && unit.kept().size() != unit.links().size()) {
			return Optional.empty();
		}
		List<List<ValueLines.Change>> changes = new ArrayList<>();
		for (KeptMeter kept : unit.kept()) {
			Optional<List<ValueLines.Change>> own = kept.changes(edits, declarations, files);
			if (own.isEmpty()) {
				return Optional.empty();
			}
			changes.add(own.get());
		}
		List<Finding> findings = relocation.moved(unit.findings());
		return canMove() ? meters(changes).map(meters -> new CompiledUnit(meters, findings, unit.links(), unit.chain(), Set.copyOf(files), unit.imports(), unit.kept()))
				: Optional.empty();
	}

	private Optional<CompiledUnit> applyObjects() {
		if (!edits.isEmpty() || unit.kept().isEmpty() || unit.kept().size() != unit.links().size() || !objects.get().begin(unit.kept(), declarations, files)) {
			return Optional.empty();
		}
		List<Finding> findings = relocation.moved(unit.findings());
		if (!canMove()) {
			return Optional.empty();
		}
		relocation.apply();
		unit.kept().forEach(kept -> kept.move(List.of(), relocation::moved));
		if (!objects.get().finish(unit.kept(), files, relocation::isOf)) {
			return Optional.empty();
		}
		List<CompiledMeter> meters = new ArrayList<>();
		for (int i = 0; i < unit.kept().size(); i++) {
			KeptMeter kept = unit.kept().get(i);
			meters.add(with(unit.meters().get(i), MeterCompiler.atHome(meter, kept.findings()), kept.scenarios(), new Object()));
		}
		return Optional.of(new CompiledUnit(meters, findings, unit.links(), unit.chain(), Set.copyOf(files), unit.imports(), unit.kept()));
	}

	/** Looks at all places. The steps of a scenario know theirs too, which are told again by whoever keeps the meter. */
	private boolean canMove() {
		List<AttributeLine> gone = edits.stream().map(LineEdit::before).toList();
		unit.kept().forEach(kept -> kept.placed(gone).forEach(relocation::moved));
		unit.kept().forEach(kept -> relocation.collect(kept.places()));
		if (unit.kept().isEmpty()) {
			unit.meters().forEach(each -> relocation.collect(new ModelPlaces(each.model())));
		}
		return !relocation.isLost() && (!unit.kept().isEmpty() || unit.meters().stream().flatMap(each -> each.scenarios().stream()).noneMatch(each -> relocation.isOf(each.place().file())));
	}

	private Optional<List<CompiledMeter>> meters(List<List<ValueLines.Change>> changes) {
		List<CompiledMeter> meters = new ArrayList<>();
		if (unit.kept().isEmpty()) {
			unit.meters().forEach(each -> meters.add(with(each, relocation.moved(each.findings()), each.scenarios(), each.revision())));
			relocation.apply();
			return relocation.isLost() ? Optional.empty() : Optional.of(meters);
		}
		relocation.apply();
		List<AttributeLine> gone = edits.stream().map(LineEdit::before).toList();
		for (int i = 0; i < unit.kept().size(); i++) {
			KeptMeter kept = unit.kept().get(i);
			CompiledMeter before = unit.meters().get(i);
			kept.move(gone, relocation::moved);
			Optional<Boolean> changed = kept.apply(changes.get(i), relocation::isOf);
			if (changed.isEmpty()) {
				return Optional.empty();
			}
			meters.add(with(before, MeterCompiler.atHome(meter, kept.findings()), kept.scenarios(), changed.get() ? new Object() : before.revision()));
		}
		return Optional.of(meters);
	}

	private static CompiledMeter with(CompiledMeter meter, List<Finding> findings, List<Scenario> scenarios, Object revision) {
		return new CompiledMeter(meter.name(), meter.variant(), meter.model(), findings, meter.items(), meter.symbols(), scenarios, revision);
	}
}
