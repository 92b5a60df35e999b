// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.objectlist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Origin;
import org.meterwright.exchange.ClassCatalogue;
import org.meterwright.exchange.ImportException;
import org.meterwright.exchange.ImportReport;
import org.meterwright.exchange.objectlist.ListedObject.Identity;

/** Makes a meter of the object lists that a real one shows in its associations: one file each. */
public final class ObjectListImport {
	private final ClassCatalogue catalogue;
	private final ImportReport report = new ImportReport();

	private ObjectListImport(ClassCatalogue catalogue) {
		this.catalogue = catalogue;
	}

	/**
	 * Imports object lists.
	 *
	 * @param name name of the meter
	 * @throws ImportException when a file holds no object list
	 */
	public static ImportResult run(String name, List<ListFile> files, ClassCatalogue catalogue) throws ImportException {
		return new ObjectListImport(catalogue).run(name, files);
	}

	private ImportResult run(String name, List<ListFile> files) throws ImportException {
		List<Listing> listings = read(files);
		SortedMap<Identity, GatheredObject> objects = gather(listings);
		return new ImportResult(new ImportedMeter(name, listings, objects, catalogue, report).build(), report.findings());
	}

	private List<Listing> read(List<ListFile> files) throws ImportException {
		List<Listing> listings = new ArrayList<>();
		Map<LogicalName, ListFile> owners = new LinkedHashMap<>();
		for (ListFile file : files) {
			if (file.knownAssociation().isPresent()) {
				claim(owners, file.knownAssociation().get(), file);
			}
		}
		for (int i = 0; i < files.size(); i++) {
			listings.add(read(files.get(i), i + 1, owners));
		}
		return listings;
	}

	private static void claim(Map<LogicalName, ListFile> owners, LogicalName association, ListFile file) throws ImportException {
		ListFile other = owners.putIfAbsent(association, file);
		if (other != null) {
			throw new ImportException(whole(file), "%s is taken for association %s too; say which list belongs to which association".formatted(other.name(), association));
		}
	}

	private Listing read(ListFile file, int number, Map<LogicalName, ListFile> owners) throws ImportException {
		Octets octets = Header.strip(Octets.of(file), report);
		List<ListedObject> objects = ObjectListReader.read(octets, report);
		if (objects.isEmpty()) {
			report.warning("MW-IMP-012", whole(file), "the list holds no object");
		}
		return new Listing(file, Optional.of(octets), file.knownAssociation().orElseGet(() -> guess(file, number, owners)), objects, Optional.empty());
	}

	private LogicalName guess(ListFile file, int number, Map<LogicalName, ListFile> owners) {
		LogicalName guessed = new LogicalName(0, 0, 40, 0, number, 255);
		for (int next = 1; owners.containsKey(guessed); next++) {
			guessed = new LogicalName(0, 0, 40, 0, next, 255);
		}
		owners.put(guessed, file);
		report.info("MW-IMP-009", whole(file), "the file does not tell its association; by its place it is taken for %s".formatted(guessed));
		return guessed;
	}

	private static Origin whole(ListFile file) {
		return new Origin(file.name(), 1, 0, 0, "import");
	}

	private SortedMap<Identity, GatheredObject> gather(List<Listing> listings) {
		SortedMap<Identity, GatheredObject> objects = new TreeMap<>();
		for (Listing listing : listings) {
			Set<Identity> seen = new HashSet<>();
			List<ListedObject> again = listing.objects().stream().filter(listed -> !seen.add(listed.identity())).toList();
			if (!again.isEmpty()) {
				report.warning("MW-IMP-004", again.getFirst().place(), "listed more than once: %s".formatted(names(again)));
			}
			int version = listing.version();
			listing.objects().forEach(listed -> gather(objects, version, listed));
			objects.computeIfAbsent(new Identity(Listing.ASSOCIATION_LN, listing.association()), missing -> missingAssociation(listing, listings));
		}
		return objects;
	}

	private static String names(List<ListedObject> listed) {
		return listed.stream().map(object -> "class %d %s".formatted(object.classId(), object.logicalName())).distinct().collect(Collectors.joining(", "));
	}

	private void gather(SortedMap<Identity, GatheredObject> objects, int associationVersion, ListedObject listed) {
		GatheredObject object = objects.computeIfAbsent(listed.identity(),
				identity -> new GatheredObject(listed.place(), listed.classId(), listed.version(), listed.logicalName()));
		if (object.version() != listed.version()) {
			report.warning("MW-IMP-010", listed.place(), "class %d %s is listed with version %d here and with version %d before, which is used"
					.formatted(listed.classId(), listed.logicalName(), listed.version(), object.version()));
		}
		object.add(listed, associationVersion);
	}

	/** Adds the Association LN object where the list does not show it, unless another list will. */
	private GatheredObject missingAssociation(Listing listing, List<Listing> listings) {
		int version = listings.stream().flatMap(other -> other.objects().stream())
				.filter(object -> object.classId() == Listing.ASSOCIATION_LN && object.logicalName().equals(listing.association())).map(ListedObject::version).findFirst()
				.orElseGet(listing::version);
		report.info("MW-IMP-015", whole(listing.file()), "the list does not show its own association %s; version %d is assumed".formatted(listing.association(), version));
		return new GatheredObject(whole(listing.file()), Listing.ASSOCIATION_LN, version, listing.association());
	}
}
