// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.parser.IParser;
import org.meterwright.cosem.Acceptance;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.query.ModelIndex;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.Catalogue;
import org.meterwright.dsl.CosemLanguage;
import org.meterwright.dsl.formatting2.TextFormatter;
import org.meterwright.dsl.values.Naming;
import org.meterwright.dsl.values.ValueText;
import org.meterwright.dsl.values.Words;
import org.meterwright.exchange.ClassCatalogue;

/**
 * Writes a COSEM model as text. Parsed and elaborated, the text gives the same model. What elaboration makes by itself, such as the objects
 * behind pushes and reactions, is not written.
 */
public final class ModelPrinter {
	/** So many objects of a device get headings. */
	private static final int WORTH_HEADINGS = 24;
	private final ClassCatalogue catalogue;
	private final Map<String, DataType> libraryTypes;
	private final Map<Integer, String> units;
	private final Words words;
	private final Quantities quantities;
	private final UnaryOperator<String> formatter;

	/**
	 * Makes a printer.
	 *
	 * @param catalogue    classes that the library declares
	 * @param libraryTypes types that the library declares, by name
	 * @param units        names of units by code
	 * @param keywords     keywords of the language
	 * @param formatter    lays the text out
	 */
	public ModelPrinter(ClassCatalogue catalogue, Map<String, DataType> libraryTypes, Map<Integer, String> units, Set<String> keywords,
			UnaryOperator<String> formatter) {
		this.formatter = formatter;
		this.units = Map.copyOf(units);
		this.catalogue = catalogue;
		this.libraryTypes = Map.copyOf(libraryTypes);
		this.words = new Words(keywords);
		this.quantities = new Quantities(units);
	}

	/** Makes a printer for the language and its library. */
	public static ModelPrinter standard(Catalogue catalogue) {
		IGrammarAccess grammar = CosemLanguage.injector().getInstance(IGrammarAccess.class);
		return new ModelPrinter(catalogue, catalogue.types(), catalogue.unitNames(), GrammarUtil.getAllKeywords(grammar.getGrammar()),
				text -> new TextFormatter().format(CosemLanguage.injector().getInstance(IParser.class).parse(new StringReader(text))));
	}

	/** Writes a meter. */
	public String print(Meter meter) {
		return formatter.apply(new Page(meter).print());
	}

	/** One meter being written. */
	private final class Page {
		private final Meter meter;
		private final Text text = new Text();
		private final Naming naming;
		private final ModelIndex index;
		private final Set<String> taken = new HashSet<>();
		private final Set<String> indexNames = new HashSet<>();
		private final Map<LogicalDevice, ObjectText> bodies = new LinkedHashMap<>();
		private final Map<LogicalDevice, Families> families = new LinkedHashMap<>();

		Page(Meter meter) {
			this.meter = meter;
			this.naming = new Naming(meter, words);
			this.index = new ModelIndex(meter);
			indexNames.addAll(CompanionTexts.indexes(meter));
			List.of(index.objects().toList(), meter.getEvents(), meter.getAlerts(), meter.getPushes(), meter.getReactions(), meter.getRoles(), meter.getDevices()).stream()
					.flatMap(List::stream).map(Element::getName).filter(Objects::nonNull).forEach(name -> taken.add(name.replaceAll("\\[.*", "")));
			meter.getDevices().forEach(device -> device.getAssociations().forEach(association -> taken.add(association.getName())));
			meter.getDevices().forEach(device -> bodies.put(device, new ObjectText(device, index, naming, quantities)));
		}

		String print() {
			if (meter.getNamespace() != null && !meter.getNamespace().isEmpty()) {
				text.line("namespace %s".formatted(meter.getNamespace()));
				text.blank();
			}
			if (meter.getDevices().isEmpty()) {
				return text.toString();
			}
			imports();
			classes();
			text.documentation(meter.getDocumentation());
			text.open("meter %s%s".formatted(words.name(meter.getName()), conforms()));
			facts();
			findFamilies();
			Text behaviour = new Text();
			new BehaviourText(meter, naming, bodies, families.values().iterator().next(), indexNames).write(behaviour);
			families.values().stream().flatMap(each -> each.declarations(words).stream()).forEach(text::line);
			meter.getDevices().forEach(this::device);
			associations();
			text.lines(behaviour.toString());
			acceptances();
			text.close();
			return text.toString();
		}

		/** Imports the namespaces of makers' classes that a catalogue knows from their own texts. */
		private void imports() {
			meter.getClasses().stream().filter(type -> !type.isOpaque()).flatMap(type -> catalogue.namespace(type.getClassId(), type.getVersion()).stream()).distinct().sorted()
					.filter(namespace -> !namespace.equals(meter.getNamespace())).forEach(namespace -> text.line("import %s.*".formatted(namespace)));
			text.blank();
		}

		/** Returns what the meter conforms to, without what that is based on. */
		private String conforms() {
			Set<Companion> bases = new HashSet<>();
			meter.getCompanions().forEach(companion -> bases.add(companion.getBase()));
			List<String> names = meter.getCompanions().stream().filter(companion -> !bases.contains(companion)).map(Companion::getName).toList();
			return names.isEmpty() ? "" : " conforms %s".formatted(String.join(", ", names));
		}

		private void classes() {
			List<InterfaceClass> own = meter.getClasses().stream()
					.filter(type -> type.isOpaque() || catalogue.find(type.getClassId(), type.getVersion()).isEmpty()).toList();
			OwnTypes types = new OwnTypes(libraryTypes);
			types.find(own, index.objects().toList());
			types.declarations(words).forEach(text::line);
			text.blank();
			ValueText values = new ValueText(words, name -> Optional.empty());
			for (InterfaceClass type : own) {
				new ClassText(words, values, text, units).write(type);
				text.blank();
			}
		}

		private void facts() {
			ValueText values = new ValueText(words, name -> Optional.empty());
			meter.getProperties().forEach(property -> text.line("property %s = %s".formatted(words.name(property.getName()), fact(values, property.getValue()))));
			CompanionTexts.switches(meter).forEach(each -> text.line("switch %s | without_%s".formatted(words.name(each), each)));
			meter.getBudgets().forEach(budget -> text.line("memory %s = %s".formatted(budget.getStorage().getLiteral(), size(budget.getBytes()))));
			Set<String> known = new HashSet<>();
			meter.getCompanions().forEach(companion -> companion.getRoles().forEach(role -> known.add(role.getName())));
			meter.getRoles().stream().filter(role -> !known.contains(role.getName())).forEach(this::role);
		}

		private void role(Role role) {
			text.documentation(role.getDocumentation());
			text.line("role %s%s%s".formatted(words.name(role.getName()), role.getSide().getValue() == 0 ? "" : " faces %s".formatted(words.name(role.getSide().getLiteral())),
					role.getText() == null || role.getText().isEmpty() ? "" : " %s".formatted(Words.quoted(role.getText()))));
		}

		/** Facts have no declared type: texts are utf8-string, numbers the smallest of long, double-long and long64. */
		private String fact(ValueText values, Value value) {
			return value instanceof Value.Utf8 || value instanceof Value.Int || value instanceof Value.Float64 ? values.text(new DataType.Simple(value.tag()), value)
					: values.text(new DataType.Any(), value);
		}

		private String size(long bytes) {
			return bytes > 0 && bytes % 1024 == 0 ? "%d KiB".formatted(bytes / 1024) : "%d B".formatted(bytes);
		}

		private void findFamilies() {
			for (LogicalDevice device : meter.getDevices()) {
				List<CosemObject> written = written(device);
				Families found = families(device, written);
				families.put(device, found);
				written.forEach(object -> found.of(object).ifPresent(family -> naming.family(family.base(), family.members())));
			}
		}

		/** Finds families; an object that is in none gets a plain name, and then others may say something else of it. */
		private Families families(LogicalDevice device, List<CosemObject> written) {
			while (true) {
				Set<String> names = new HashSet<>(indexNames);
				Families found = new Families();
				found.find(written, names, object -> said(device, object));
				if (!naming.rename(found.plainNames())) {
					indexNames.addAll(names);
					return found;
				}
			}
		}

		/** Returns the objects that the text declares: all but those that elaboration makes. */
		private List<CosemObject> written(LogicalDevice device) {
			Set<CosemObject> made = new HashSet<>();
			device.getAssociations().forEach(association -> made.add(association.getObject()));
			return device.getObjects().stream().filter(object -> !object.isGenerated() && !made.contains(object)).toList();
		}

		private void device(LogicalDevice device) {
			text.blank();
			text.documentation(device.getDocumentation());
			String name = device.getLogicalDeviceName();
			text.open("device %s at %d%s".formatted(words.name(device.getName()), device.getSap(), name == null ? "" : " named %s".formatted(Words.quoted(name))));
			Set<String> done = new HashSet<>();
			List<CosemObject> written = written(device);
			if (written.size() < WORTH_HEADINGS) {
				objects(device, written, done);
			} else {
				areas(written).forEach((area, objects) -> {
					text.blank();
					text.line("// %s".formatted(area.heading()));
					objects(device, objects, done);
				});
			}
			text.close();
		}

		/** Puts objects under headings; a family stands where its first member does. */
		private Map<Area, List<CosemObject>> areas(List<CosemObject> written) {
			Map<Area, List<CosemObject>> areas = new EnumMap<>(Area.class);
			written.forEach(object -> areas.computeIfAbsent(Area.of(object), key -> new ArrayList<>()).add(object));
			return areas;
		}

		/** Writes objects; what is like another one stands under the same heading. */
		private void objects(LogicalDevice device, List<CosemObject> objects, Set<String> done) {
			Likeness likeness = new Likeness();
			for (CosemObject object : objects) {
				Optional<Families.Family> family = families.get(device).of(object);
				if (family.isEmpty()) {
					object(object, naming.own(object), object.getLogicalName().toString(), likeness, naming.own(object), said(device, object));
				} else if (done.add(family.get().base())) {
					family(object, family.get(), likeness);
				}
			}
		}

		private void family(CosemObject object, Families.Family family, Likeness likeness) {
			String name = words.name(family.base());
			object(object, name + family.head(), family.logicalName(), likeness, "", family.body());
			family.exceptions().forEach((label, lines) -> text.block("override %s[%s]".formatted(name, label), lines));
		}

		/** Returns what is said of an object behind its logical name, then the lines of its block. */
		private List<String> said(LogicalDevice device, CosemObject object) {
			List<String> said = new ArrayList<>(List.of(passive(device, object)));
			said.addAll(bodies.get(device).lines(object));
			return said;
		}

		private void object(CosemObject object, String name, String logicalName, Likeness likeness, String base, List<String> said) {
			InterfaceClass type = object.getInterfaceClass();
			boolean several = type.isOpaque() || catalogue.versions(type.getClassId()).size() > 1;
			String kind = "%s%s".formatted(words.name(type.getName()), several ? " version %d".formatted(type.getVersion()) : "");
			Likeness.Told told = likeness.tell(kind, base, said.subList(1, said.size()));
			text.documentation(object.getDocumentation());
			text.block("%s%s: %s %s%s%s".formatted(object.isInternal() ? "internal " : "", name, kind, logicalName, told.like(), said.getFirst()), told.lines());
		}

		private String passive(LogicalDevice device, CosemObject object) {
			if (object.getActive() == null) {
				return "";
			}
			String activation = object.getActivation() == null ? ""
					: " activated by %s".formatted(naming.attribute(device, object.getActivation().getObject(), object.getActivation().getAttribute()));
			return " passive of %s%s".formatted(naming.from(device, object.getActive()), activation);
		}

		private void associations() {
			List<AssociationText> associations = new ArrayList<>();
			for (LogicalDevice device : meter.getDevices()) {
				for (Association association : device.getAssociations()) {
					associations.add(new AssociationText(device, association, naming, new Vocabulary(), bodies.get(device).attributes()));
				}
			}
			List<AssociationText> grouped = meter.getDevices().size() == 1 ? associations : List.of();
			ShownGroups shown = new ShownGroups(grouped, taken);
			Groups groups = new Groups(grouped, taken);
			text.blank();
			shown.declarations().forEach(text::line);
			groups.declarations().forEach(text::line);
			associations.forEach(association -> association.write(text, groups.replaced(), grouped.isEmpty() ? association.shown() : shown.shown(association)));
		}

		private void acceptances() {
			text.blank();
			meter.getAcceptances().forEach(accepted -> text.line("accept %s%s %s".formatted(accepted.getRule(), subject(accepted), Words.quoted(accepted.getReason()))));
		}

		private String subject(Acceptance accepted) {
			if (!(accepted.getSubject() instanceof CosemObject object)) {
				return accepted.getSubject() == null ? "" : " on %s".formatted(words.name(accepted.getSubject().getName()));
			}
			LogicalDevice device = meter.getDevices().getFirst();
			return " on %s".formatted(accepted.getAttribute() == 0 ? naming.from(device, object) : naming.attribute(device, object, accepted.getAttribute()));
		}
	}
}
