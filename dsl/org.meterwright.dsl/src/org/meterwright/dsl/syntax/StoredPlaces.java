// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.BodyItem;
import org.meterwright.dsl.cosemDsl.ClassMember;
import org.meterwright.dsl.cosemDsl.CompanionItem;
import org.meterwright.dsl.cosemDsl.Element;
import org.meterwright.dsl.cosemDsl.File;
import org.meterwright.dsl.cosemDsl.Item;

/** Places that were saved with a tree: for each node in order of the tree its line, offset and length, and the documentation comment. */
final class StoredPlaces implements Places {
	private record Place(int line, int offset, int length, String documentation) {
	}

	private final File root;
	private final byte[] stored;
	private volatile Map<EObject, Place> places;

	private StoredPlaces(File root, byte[] stored) {
		this.root = root;
		this.stored = stored;
	}

	/** Attaches saved places to a tree; they are read when first asked for. */
	static StoredPlaces read(File root, byte[] stored) {
		return new StoredPlaces(root, stored);
	}

	/** Saves the places of a tree. */
	static byte[] write(SyntaxFile file) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			write(file, file.root(), out);
			for (TreeIterator<EObject> nodes = file.root().eAllContents(); nodes.hasNext();) {
				write(file, nodes.next(), out);
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return bytes.toByteArray();
	}

	private static void write(SyntaxFile file, EObject node, DataOutputStream out) throws IOException {
		Origin place = file.places().place(file.name(), node, "written");
		out.writeInt(place.line());
		out.writeInt(place.offset());
		out.writeInt(place.length());
		String documentation = documented(node) ? file.places().documentation(node).orElse("") : "";
		out.writeUTF(documentation.length() > 10_000 ? documentation.substring(0, 10_000) : documentation);
	}

	/** Only declarations and their members have documentation of their own; a first child begins behind the same comment. */
	private static boolean documented(EObject node) {
		return node.eContainer() != null && !(node.eContainingFeature().getName().equals("name"))
				&& (node instanceof Element || node instanceof ClassMember
						|| node instanceof Item || node instanceof CompanionItem
						|| node instanceof BodyItem);
	}

	private Map<EObject, Place> places() {
		Map<EObject, Place> known = places;
		if (known == null) {
			known = load();
			places = known;
		}
		return known;
	}

	private Map<EObject, Place> load() {
		Map<EObject, Place> all = new ConcurrentHashMap<>();
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(stored))) {
			all.put(root, read(in));
			for (Iterator<EObject> nodes = root.eAllContents(); nodes.hasNext();) {
				all.put(nodes.next(), read(in));
			}
		} catch (IOException e) {
			return Map.of();
		}
		return all;
	}

	private static Place read(DataInputStream in) throws IOException {
		return new Place(in.readInt(), in.readInt(), in.readInt(), in.readUTF());
	}

	@Override
	public Origin place(String file, EObject node, String kind) {
		Place place = places().getOrDefault(node, new Place(1, 0, 0, ""));
		return new Origin(file, place.line(), place.offset(), place.length(), kind);
	}

	@Override
	public Optional<String> documentation(EObject node) {
		Place place = places().get(node);
		return place == null || place.documentation().isEmpty() ? Optional.empty() : Optional.of(place.documentation());
	}
}
