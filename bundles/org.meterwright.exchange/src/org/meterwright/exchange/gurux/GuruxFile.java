// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.gurux;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Origin;
import org.meterwright.exchange.ImportException;
import org.meterwright.exchange.ImportReport;
import org.meterwright.exchange.objectlist.Sketch;
import org.meterwright.exchange.objectlist.Sketch.SeenAssociation;
import org.meterwright.exchange.objectlist.Sketch.SeenAttribute;
import org.meterwright.exchange.objectlist.Sketch.SeenObject;
import org.meterwright.exchange.objectlist.Sketch.SeenRights;
import org.meterwright.exchange.xml.XmlNode;
import org.meterwright.exchange.xml.XmlTree;

/**
 * Reads object XML ({@code <Objects>}) and device files ({@code <ArrayOfGXDLMSDevice>}) of the Gurux tools. Keys, passwords and secrets are
 * skipped while the file is read: they never get into a model.
 */
public final class GuruxFile {
	/** Elements whose contents are secret; their names in object XML and device files of several years. */
	private static final Set<String> SECRETS = Set.of("Secret", "Password", "HexPassword", "BlockCipherKey", "AuthenticationKey", "BroadcastKey", "BroadcastBlockCipherKey", "DedicatedKey",
			"Kek", "GUEK", "GBEK", "GAK", "MasterKey", "Key", "Keys", "SigningKeyPair", "KeyAgreementKeyPair", "PrivateKey", "ServerSigningKey", "ClientSigningKey", "ClientAgreementKey",
			"ServerAgreementKey", "KeyAgreementKey", "SigningKey", "TLSKey", "Certificates", "PINCode", "EncryptionKey", "MACKey", "PreEstablishedKeys");
	private static final int ASSOCIATION = 15;
	private static final LogicalName CURRENT = new LogicalName(0, 0, 40, 0, 0, 255);
	private static final LogicalName FIRST = new LogicalName(0, 0, 40, 0, 1, 255);

	private final String file;
	private final ImportReport report;
	private final List<SeenObject> objects = new ArrayList<>();
	private final List<SeenAssociation> associations = new ArrayList<>();

	private GuruxFile(String file, ImportReport report) {
		this.file = file;
		this.report = report;
	}

	/**
	 * Reads a file.
	 *
	 * @param file   its name
	 * @param report takes what is worth knowing
	 * @throws ImportException when it is no such file, or holds no object
	 */
	public static Sketch read(String file, Bytes content, ImportReport report) throws ImportException {
		return new GuruxFile(file, report).read(XmlTree.read(file, content, SECRETS));
	}

	private Sketch read(XmlNode root) throws ImportException {
		List<XmlNode> found = objects(root);
		OptionalInt client = device(root).flatMap(device -> device.number("ClientAddress")).map(OptionalInt::of).orElse(OptionalInt.empty());
		found.forEach(this::object);
		if (objects.isEmpty()) {
			throw new ImportException(place(root), "no COSEM object is in here; expected are <Objects> with <GXDLMSData> and the like, or <ArrayOfGXDLMSDevice>");
		}
		found.forEach(this::association);
		if (associations.isEmpty()) {
			List<SeenRights> rights = rights(found, GuruxRights.hasBits(root) ? 3 : 1);
			associations.add(new SeenAssociation(place(root), FIRST, GuruxRights.hasBits(root) ? 3 : 1, client, Optional.empty(), rights));
			report.info("MW-IMP-018", place(root), "no Association LN object tells an object list; the objects are shown in 0-0:40.0.1*255 with the rights that stand at each of them");
		}
		return new Sketch(new Origin(file, 1, 0, 0, "import"), objects, associations);
	}

	private static Optional<XmlNode> device(XmlNode root) {
		return root.name().equals("GXDLMSDevice") ? Optional.of(root) : root.child("GXDLMSDevice");
	}

	/** Finds the elements of objects; of several devices the first one's. */
	private List<XmlNode> objects(XmlNode root) {
		if (root.children("GXDLMSDevice").size() > 1) {
			report.warning("MW-IMP-019", place(root), "the file has %d devices; the first one is read".formatted(root.children("GXDLMSDevice").size()));
		}
		Optional<XmlNode> device = device(root);
		List<XmlNode> all = device.flatMap(each -> each.child("Objects2").filter(list -> !list.children().isEmpty()).or(() -> each.child("Objects"))).orElse(root).children();
		return all.stream().filter(node -> GuruxClasses.of(node).isPresent() || unknown(node)).filter(node -> GuruxClasses.of(node).isPresent()).toList();
	}

	private boolean unknown(XmlNode node) {
		if (node.name().startsWith("GXDLMS")) {
			report.warning("MW-IMP-019", place(node), "%s is no class that is known here; the object is left out".formatted(node.attributes().getOrDefault("type", node.name())));
		}
		return false;
	}

	private Origin place(XmlNode node) {
		return new Origin(file, node.line(), 0, 0, "import");
	}

	private void object(XmlNode node) {
		int classId = GuruxClasses.of(node).orElseThrow();
		Optional<LogicalName> name = GuruxBody.logicalName(node);
		if (name.isEmpty()) {
			report.warning("MW-IMP-019", place(node), "the object has no logical name such as 1.0.1.8.0.255 and is left out");
			return;
		}
		SortedMap<Integer, SeenAttribute> attributes = new TreeMap<>(GuruxBody.of(classId, node));
		objects.add(new SeenObject(place(node), classId, version(node), name.get(), node.value("Description"), attributes));
	}

	private int version(XmlNode node) {
		int version = node.number("Version").filter(number -> number >= 0 && number <= 255).orElse(0);
		return GuruxClasses.of(node).orElse(0) == ASSOCIATION && GuruxRights.hasBits(node) ? 3 : version;
	}

	private List<SeenRights> rights(List<XmlNode> nodes, int version) {
		GuruxRights rights = new GuruxRights(version);
		List<SeenRights> seen = new ArrayList<>();
		for (XmlNode node : nodes) {
			GuruxBody.logicalName(node).ifPresent(name -> GuruxClasses.of(node)
					.ifPresent(classId -> seen.add(new SeenRights(place(node), classId, name, rights.attributes(node), rights.methods(node)))));
		}
		return seen;
	}

	/** Takes an Association LN object that has an object list; the current association stands for the first where that is not there itself. */
	private void association(XmlNode node) {
		Optional<XmlNode> list = node.child("ObjectList").filter(each -> !each.children().isEmpty());
		Optional<LogicalName> own = GuruxBody.logicalName(node);
		if (GuruxClasses.of(node).orElseThrow() != ASSOCIATION || list.isEmpty() || own.isEmpty()) {
			return;
		}
		LogicalName name = own.get().equals(CURRENT) ? FIRST : own.get();
		if (associations.stream().anyMatch(other -> other.logicalName().equals(name))) {
			return;
		}
		OptionalInt client = node.number("ClientSAP").map(OptionalInt::of).orElse(OptionalInt.empty());
		associations.add(new SeenAssociation(place(node), name, version(node), client, node.value("Description"), rights(list.get().children(), version(node))));
	}
}
