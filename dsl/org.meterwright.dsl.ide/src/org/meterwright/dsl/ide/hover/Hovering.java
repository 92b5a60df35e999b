// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.hover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.obis.Dictionary;
import org.meterwright.cosem.obis.DictionaryEntry;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.ClassMember;
import org.meterwright.dsl.cosemDsl.Literal;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.elaborate.ObisDictionaries;
import org.meterwright.dsl.ide.names.NameIndex;
import org.meterwright.dsl.ide.names.Occurrence;
import org.meterwright.dsl.ide.text.Lexeme;
import org.meterwright.dsl.ide.text.Lexing;

/** Says what a name means and what became of it in the COSEM model: value, encoding, storage, who may access it. */
public final class Hovering {
	private final Compilation compilation;
	private final NameIndex names;

	/** Makes hovers from a compilation and the names of its files. */
	public Hovering(Compilation compilation, NameIndex names) {
		this.compilation = compilation;
		this.names = names;
	}

	/** Returns what there is to say of a place. */
	public Optional<Hover> at(String text, String file, int offset) {
		Optional<Lexeme> token = Lexing.tokenAt(text, offset);
		Optional<Lexeme> logicalName = token.filter(each -> each.sort() == Lexeme.Sort.LOGICAL_NAME);
		return logicalName.isPresent() ? logicalName(logicalName.get(), head(text, file, logicalName.get())) : named(file, offset).or(() -> value(text, file, offset));
	}

	/** Says what a date means, or of another value what the attribute holds that it is written to. */
	private Optional<Hover> value(String text, String file, int offset) {
		return leaf(text, file, offset).flatMap(leaf -> {
			EObject node = leaf.holder();
			Optional<Hover> time = ValueHover.time(node).map(words -> new Hover(words, List.of(), leaf.offset(), leaf.length()));
			return time.or(() -> ValueHover.line(node).map(line -> new Hover("attribute %s".formatted(line.getName()), modelLines(line), leaf.offset(), leaf.length())));
		});
	}

	/** A visible piece of text, with what it belongs to. */
	private record Leaf(EObject holder, int offset, int length) {
	}

	/** Finds the visible piece of text at a place, as long as the tree is that of the text. */
	private Optional<Leaf> leaf(String text, String file, int offset) {
		return names.table().files().stream().filter(each -> each.name().equals(file)).findFirst()
				.filter(each -> each.text().filter(text::equals).isPresent())
				.flatMap(each -> each.leaf(offset).filter(leaf -> !leaf.isHidden())
						.map(leaf -> new Leaf(NodeModelUtils.findActualSemanticObjectFor(leaf), each.start(leaf), leaf.getLength())));
	}

	/** Says what a logical name means; one with a variable is said for its first value. */
	private Optional<Hover> logicalName(Lexeme token, List<String> object) {
		Optional<LogicalName> name = readable(token.text());
		Dictionary dictionary = firstMeter().map(Dictionary::of).filter(each -> !each.entries().isEmpty()).orElseGet(ObisDictionaries::standard);
		return name.flatMap(each -> dictionary.name(each).map(words -> {
			List<String> lines = new ArrayList<>(object);
			dictionary.find(each).map(DictionaryEntry::uncertain).ifPresent(reason -> lines.addAll(ClassFacts.doubts(reason)));
			return new Hover("%s: %s".formatted(token.text().indexOf('{') < 0 ? token.text() : "%s, such as %s".formatted(token.text(), each), words), lines, token.offset(),
					token.text().length());
		}));
	}

	/** Says of the object whose head a logical name stands in what became of it. */
	private List<String> head(String text, String file, Lexeme token) {
		return leaf(text, file, token.offset()).map(Leaf::holder).filter(ObjectDecl.class::isInstance).map(this::modelLines).orElse(List.of());
	}

	private static Optional<LogicalName> readable(String text) {
		try {
			return Optional.of(LogicalName.valueOf(text.replaceAll("\\{[^}]*\\}", "1")));
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	private Optional<Hover> named(String file, int offset) {
		Optional<EObject> declaration = names.declaration(file, offset);
		Optional<EObject> holder = names.holder(file, offset);
		Optional<Occurrence> place = names.name(file, offset);
		if (declaration.isEmpty() || holder.isEmpty() || place.isEmpty()) {
			return Optional.empty();
		}
		List<String> lines = new ArrayList<>(Descriptions.documentation(declaration.get()));
		Optional<AttributeLine> written = declaration.get() instanceof Literal ? ValueHover.line(holder.get()) : Optional.empty();
		lines.addAll(modelLines(holder.get() instanceof AttributeLine line ? line : written.isPresent() ? written.get() : declaration.get()));
		return Descriptions.title(declaration.get()).map(line -> new Hover(line, lines, place.get().offset(), place.get().length()));
	}

	private List<String> modelLines(EObject node) {
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
