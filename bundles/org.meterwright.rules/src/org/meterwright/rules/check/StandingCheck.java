// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.work.SideBySide;
import org.meterwright.rules.Finding;
import org.meterwright.rules.Rule;
import org.meterwright.rules.check.RuleBook.Bound;

/**
 * What checks found on a meter whose attributes may change afterwards: then those look again that are about the attribute or its object, and those
 * that read what changed, by themselves or through a fact that several share. All others would find what they found.
 */
public final class StandingCheck {
	private final Traversal traversal;
	private final Map<Bound<?>, Map<EObject, List<Finding>>> found = new IdentityHashMap<>();

	/** Who looks again when the meter has its new structure. */
	private final List<Run> pending = new ArrayList<>();

	/** Some elements of a check's kind. */
	private record Part(Bound<?> bound, List<EObject> elements) {
	}

	/** Checks a meter. */
	public StandingCheck(RuleBook book, Predicate<Rule> wanted, Meter meter) {
		traversal = new Traversal(book, wanted);
		traversal.begin(meter);
		traversal.bounds().forEach(bound -> found.put(bound, new IdentityHashMap<>()));
		run(traversal.parts().flatMap(part -> part.bounds().stream().map(bound -> new Part(bound, part.elements()))).toList());
	}

	/** Returns the findings, in no particular order. */
	public List<Finding> findings() {
		return found.values().stream().flatMap(each -> each.values().stream()).flatMap(List::stream).toList();
	}

	/** Puts other findings in the place of those that are there, such as the same at other places. */
	public void replace(UnaryOperator<Finding> change) {
		found.values().forEach(each -> each.replaceAll((element, findings) -> findings.stream().map(change).toList()));
	}

	private Stream<Part> parts(Bound<?> bound) {
		return traversal.elements(bound).stream().flatMap(Traversal::pieces).map(piece -> new Part(bound, piece));
	}

	private void run(List<Part> parts) {
		List<Map<EObject, List<Finding>>> outcomes = SideBySide.map(parts, this::check);
		for (int i = 0; i < parts.size(); i++) {
			found.get(parts.get(i).bound()).putAll(outcomes.get(i));
		}
	}

	private Map<EObject, List<Finding>> check(Part part) {
		Map<EObject, List<Finding>> outcome = new IdentityHashMap<>();
		Reading reading = Reading.by(part.bound());
		reading.during(() -> {
			Findings findings = new Findings();
			Report report = new Report(part.bound().rule(), findings);
			for (EObject element : part.elements()) {
				int before = findings.list().size();
				reading.check(element, traversal.facts(), report);
				if (findings.list().size() > before) {
					outcome.put(element, List.copyOf(findings.list().subList(before, findings.list().size())));
				}
			}
			return outcome;
		});
		return outcome;
	}

	/**
	 * Looks again at what changed in attributes.
	 *
	 * @return whether that is all that can have changed; otherwise the meter has to be checked anew
	 */
	public boolean changed(Collection<WatchedAttribute.Change> changes) {
		Set<Bound<?>> whole = Collections.newSetFromMap(new IdentityHashMap<>());
		Set<Run> runs = new LinkedHashSet<>();
		Set<Answer> answers = new HashSet<>();
		changes.forEach(change -> follow(change, runs, whole, answers));
		return again(runs, whole, answers);
	}

	private void follow(WatchedAttribute.Change change, Set<Run> runs, Set<Bound<?>> whole, Set<Answer> answers) {
		traversal.facts().forget(change.attribute());
		own(change.attribute(), runs);
		change.readers().forEach(reader -> follow(reader, runs, whole, answers));
	}

	/** Lets checks look again, unless one counts from element to element. */
	private boolean again(Set<Run> runs, Set<Bound<?>> whole, Set<Answer> answers) {
		runs.removeIf(run -> whole.contains(run.bound()) || !(EcoreUtil.getRootContainer(run.element()) instanceof Meter));
		if (Stream.concat(whole.stream(), runs.stream().map(Run::bound)).distinct().anyMatch(traversal.facts()::isCounting)) {
			return false;
		}
		answers.forEach(Answer::forget);
		whole.forEach(bound -> found.get(bound).clear());
		runs.forEach(run -> found.get(run.bound()).remove(run.element()));
		List<Part> parts = new ArrayList<>(whole.stream().flatMap(this::parts).toList());
		runs.forEach(run -> parts.add(new Part(run.bound(), List.of(run.element()))));
		run(parts);
		return true;
	}

	/** Forgets what was found by all who found something at a place that goes; they look again when the meter has its new structure. */
	public void forget(Predicate<Origin> gone) {
		found.forEach((bound, findings) -> findings.entrySet().removeIf(each -> {
			boolean here = each.getValue().stream().anyMatch(finding -> gone.test(finding.place()));
			if (here) {
				pending.add(new Run(bound, each.getKey()));
			}
			return here;
		}));
	}

	/** Forgets objects and entries of object lists that were taken out of the meter. Nobody else names them. */
	public void forget(Collection<CosemObject> objects, Collection<ObjectListEntry> entries, LogicalDevice device, Collection<? extends Association> associations) {
		Set<EObject> gone = Collections.newSetFromMap(new IdentityHashMap<>());
		Stream.concat(objects.stream(), entries.stream()).forEach(each -> {
			gone.add(each);
			each.eAllContents().forEachRemaining(gone::add);
		});
		traversal.forget(gone);
		found.values().forEach(each -> gone.forEach(each::remove));
		objects.forEach(object -> traversal.facts().forget(device, object));
		associations.forEach(association -> traversal.facts().known(association).ifPresent(rights -> objects.forEach(rights::remove)));
	}

	/**
	 * Looks at objects that came to a device and at entries that came to object lists, and again at what looks at all objects of the device or at an
	 * object list that has changed. Who else names these objects looked for their logical names.
	 *
	 * @param objects      objects that came; none when some only went
	 * @param entries      entries that came
	 * @param device       the device
	 * @param associations associations whose object lists are others now
	 * @param names        logical names of the objects that came or went
	 * @param changes      what became of attributes of other objects
	 * @return whether that is all that can have changed; otherwise the meter has to be checked anew
	 */
	public boolean restructured(Collection<CosemObject> objects, Collection<ObjectListEntry> entries, WatchedDevice device, Collection<WatchedAssociation> associations,
			Collection<LogicalName> names, Collection<WatchedAttribute.Change> changes) {
		Set<Bound<?>> whole = Collections.newSetFromMap(new IdentityHashMap<>());
		Set<Run> runs = new LinkedHashSet<>();
		Set<Answer> answers = new HashSet<>();
		List<Object> readers = new ArrayList<>(names.isEmpty() ? List.of() : device.readers());
		associations.forEach(association -> readers.addAll(association.readers()));
		names.forEach(name -> readers.addAll(traversal.facts().askers(name)));
		readers.removeIf(reader -> reader instanceof Answer answer && answer.value() instanceof Rights);
		readers.forEach(reader -> follow(reader, runs, whole, answers));
		changes.forEach(change -> follow(change, runs, whole, answers));
		runs.addAll(pending);
		pending.clear();
		objects.forEach(object -> traversal.facts().add(device, object));
		entries.forEach(entry -> traversal.facts().known((Association) entry.eContainer()).ifPresent(rights -> rights.add(entry)));
		List<EObject> added = new ArrayList<>();
		Stream.concat(objects.stream(), entries.stream()).forEach(each -> added.addAll(traversal.add(each)));
		for (Bound<?> bound : traversal.bounds()) {
			added.stream().filter(each -> isFor(bound, each)).forEach(each -> runs.add(new Run(bound, each)));
		}
		return again(runs, whole, answers);
	}

	private static boolean isFor(Bound<?> bound, EObject element) {
		return bound.isFor(element.eClass()) && (bound.classId().isEmpty() || element instanceof CosemObject object && bound.classId().getAsInt() == Facts.classId(object));
	}

	private void own(WatchedAttribute attribute, Set<Run> runs) {
		CosemObject object = Facts.objectOf(attribute);
		for (Bound<?> bound : traversal.bounds()) {
			if (bound.isFor(attribute.eClass())) {
				runs.add(new Run(bound, attribute));
			}
			if (bound.isFor(object.eClass()) && (bound.classId().isEmpty() || bound.classId().getAsInt() == Facts.classId(object))) {
				runs.add(new Run(bound, object));
			}
		}
	}

	private static void follow(Object reader, Set<Run> runs, Set<Bound<?>> whole, Set<Answer> answers) {
		switch (reader) {
			case Run run -> runs.add(run);
			case Bound<?> bound -> whole.add(bound);
			case Answer answer when answers.add(answer) -> answer.askers().forEach(asker -> follow(asker, runs, whole, answers));
			default -> {
				// seen already
			}
		}
	}
}
