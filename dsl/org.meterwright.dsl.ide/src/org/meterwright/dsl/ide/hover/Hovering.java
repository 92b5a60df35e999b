// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.hover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.obis.Dictionary;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.ClassMember;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.ObisValue;
import org.meterwright.dsl.elaborate.ObisDictionaries;
import org.meterwright.dsl.ide.session.Definitions;

/** Says what a name means and what became of it in the COSEM model: value, encoding, storage, who may access it. */
public final class Hovering {
	private final Compilation compilation;

	/** Makes hovers from a compilation. */
	public Hovering(Compilation compilation) {
		this.compilation = compilation;
	}

	/** Returns what there is to say of a place. */
	public Optional<Hover> at(XtextResource resource, String file, int offset) {
		return Definitions.leaf(resource, offset).flatMap(leaf -> describe(resource, file, leaf));
	}

	private Optional<Hover> describe(XtextResource resource, String file, ILeafNode leaf) {
		EObject node = NodeModelUtils.findActualSemanticObjectFor(leaf);
		Optional<EObject> declaration = Definitions.at(compilation.links(), resource, leaf.getOffset());
		List<String> lines = new ArrayList<>();
		Optional<String> title = declaration.flatMap(Descriptions::title).or(() -> Descriptions.title(node)).or(() -> logicalName(node))
				.or(() -> ValueHover.time(node));
		if (title.isEmpty()) {
			return ValueHover.line(node).map(line -> new Hover("attribute %s".formatted(line.getName()), modelLines(file, line), leaf.getOffset(), leaf.getLength()));
		}
		lines.addAll(Descriptions.documentation(declaration.orElse(node)));
		lines.addAll(modelLines(file, declaration.filter(each -> !(node instanceof AttributeLine)).orElse(node)));
		return title.map(line -> new Hover(line, lines, leaf.getOffset(), leaf.getLength()));
	}

	/** A logical name that stands for itself says what it means: that of a pattern or a family does not. */
	private Optional<String> logicalName(EObject node) {
		if (!(node instanceof ObisValue value) || value.getLn() == null || value.getLn().indexOf('{') >= 0 || value.getLn().indexOf('x') >= 0) {
			return Optional.empty();
		}
		Dictionary dictionary = firstMeter().map(Dictionary::of).filter(each -> !each.entries().isEmpty()).orElseGet(ObisDictionaries::standard);
		try {
			LogicalName name = LogicalName.valueOf(value.getLn());
			return dictionary.name(name).map(words -> "%s: %s".formatted(name, words));
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	private List<String> modelLines(String file, EObject node) {
		return switch (node) {
			case AttributeLine line -> firstMeter().flatMap(meter -> attribute(meter, line)).map(ModelFacts::of).orElse(List.of());
			case ObjectDecl object -> firstMeter().map(meter -> objects(meter, object)).map(ModelFacts::of).orElse(List.of());
			case ClassDecl declared -> ClassFacts.of(declared, firstMeter());
			case ClassMember member -> ClassFacts.of(member, firstMeter());
			case null, default -> List.of();
		};
	}

	private Optional<Meter> firstMeter() {
		return compilation.meters().stream().findFirst().map(CompiledMeter::model);
	}

	private static Optional<Attribute> attribute(Meter meter, AttributeLine line) {
		Optional<Origin> place = Descriptions.place(line);
		return place.flatMap(where -> allObjects(meter).stream().flatMap(object -> object.getAttributes().stream())
				.filter(attribute -> attribute.getOrigins().stream().anyMatch(origin -> same(origin, where))).findFirst());
	}

	private static List<CosemObject> objects(Meter meter, ObjectDecl declaration) {
		Optional<Origin> place = Descriptions.place(declaration);
		return allObjects(meter).stream().filter(object -> place.isPresent() && object.getOrigins().stream().anyMatch(origin -> same(origin, place.get()))).toList();
	}

	private static List<CosemObject> allObjects(Meter meter) {
		return meter.getDevices().stream().flatMap(device -> device.getObjects().stream()).toList();
	}

	private static boolean same(Origin origin, Origin place) {
		return origin.file().equals(place.file()) && origin.offset() == place.offset();
	}
}
