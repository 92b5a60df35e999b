// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.Condition;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.Family;
import org.meterwright.dsl.cosemDsl.IndexDecl;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.rules.Finding;
import org.meterwright.rules.check.WatchedDevice;

/**
 * The elaboration of one variant of a meter: what the steps share. Objects are made through {@link #create}, so that every step after
 * sees them in groups, in {@code every X} and in rights.
 */
public final class Elaboration {
	/** What a new object is. */
	public record NewObject(String family, Optional<IndexEntry> index, InterfaceClass type, LogicalName logicalName, String device, boolean internal,
			boolean generated, EObject declaration, List<Origin> origins) {
	}

	private final MeterDecl declaration;
	private final Optional<Traced> traced;
	private final Set<String> switches;
	private final Report report;
	private final Links links = new Links();
	private final Names names;
	private final Types types;
	private final Units units;
	private final Items items;
	private final Symbols symbols = new Symbols();
	private final Resolver resolver;
	private final Targets targets = new Targets(this);
	private final Values values;
	private final Classes classes;
	private final LogicalNames logicalNames = new LogicalNames();
	private final Meter model = CosemFactory.eINSTANCE.createMeter();
	private final Map<String, LogicalDevice> devices = new LinkedHashMap<>();
	private final Map<CosemObject, ObjectHandle> handles = new IdentityHashMap<>();
	private final List<ObjectHandle> order = new ArrayList<>();
	private final Map<LogicalName, List<ObjectHandle>> byLogicalName = new HashMap<>();
	/** Logical names that were looked for, whether they were there or not. */
	private final Set<LogicalName> asked = new HashSet<>();
	private final Map<AttributeLine, List<Finding>> ofLines = new IdentityHashMap<>();
	private final List<Finding> ofCalls = new ArrayList<>();
	private final Map<ClassKey, Optional<ClassDecl>> byId = new HashMap<>();

	private record ClassKey(int classId, int version) {
		@Override
		public boolean equals(Object other) {
			return other instanceof ClassKey key && classId == key.classId && version == key.version;
		}

		@Override
		public int hashCode() {
			return classId * 31 + version;
		}
	}

	/**
	 * Prepares the elaboration of a meter.
	 *
	 * @param declarations what the files declare
	 * @param meter        the meter
	 * @param switches     switches that are on
	 */
	public Elaboration(Declarations declarations, MeterDecl meter, Set<String> switches) {
		this(declarations, meter, switches, Optional.empty());
	}

	/**
	 * Prepares the elaboration of a meter.
	 *
	 * @param declarations what the files declare
	 * @param meter        the meter
	 * @param switches     switches that are on
	 * @param traced       what is noted on the way
	 */
	public Elaboration(Declarations declarations, MeterDecl meter, Set<String> switches, Optional<Traced> traced) {
		this.traced = traced;
		this.declaration = meter;
		this.report = new Report();
		this.names = new Names(declarations, report, links);
		this.types = new Types(names, report);
		this.units = new Units(names, report);
		this.items = new Flattener(meter, switches, names, report).flatten();
		this.switches = items.switches();
		this.resolver = new Resolver(items, symbols, report, links);
		this.values = new Values(types, units, report, (ref, scope) -> resolver.resolve(ref, scope, Want.OBJECT_OR_ATTRIBUTE));
		this.classes = new Classes(model, new ClassElaborator(names, types, units, report));
		model.setName(meter.getName());
		model.setNamespace(SyntaxFile.of(meter).namespace());
		model.getSwitches().addAll(this.switches.stream().sorted().toList());
		model.setDocumentation(SyntaxFile.documentation(meter));
		items.chain().reversed().forEach(each -> model.getOrigins().add(new Layer(each == meter ? Layer.WRITTEN : Layer.BASE, each, each.getName()).place(each)));
	}

	/** Returns what is noted about an object, if it is the one that is asked for. */
	public Optional<Traced> traced(CosemObject object) {
		return traced.isPresent() && traced.get().isAbout(object) ? traced : Optional.empty();
	}

	/** Returns the declaration of the meter. */
	public MeterDecl declaration() {
		return declaration;
	}

	/** Returns the switches that are on. */
	public Set<String> switches() {
		return switches;
	}

	/** Returns the model while it is made. */
	public Meter model() {
		return model;
	}

	/** Returns the flat items. */
	public Items items() {
		return items;
	}

	/** Returns the names of the meter. */
	public Symbols symbols() {
		return symbols;
	}

	/** Returns the resolver of references. */
	public Resolver resolver() {
		return resolver;
	}

	/** Returns a resolver that tells nobody what is wrong, and what a name means neither. */
	Resolver quietResolver() {
		return new Resolver(items, symbols, new Report(), new Links());
	}

	/** Notes that names which come now are later than captures. */
	public void capturesAreRead() {
		symbols.begin(Symbols.Stage.ALL);
	}

	/** Returns the resolver of targets. */
	public Targets targets() {
		return targets;
	}

	/** Returns the converter of values. */
	public Values values() {
		return values;
	}

	/** Returns the elaborator of types. */
	public Types types() {
		return types;
	}

	/** Returns the units. */
	public Units units() {
		return units;
	}

	/** Returns the resolver of top-level names. */
	public Names names() {
		return names;
	}

	/** Returns the interface classes. */
	public Classes classes() {
		return classes;
	}

	/** Returns the allocator of logical names. */
	public LogicalNames logicalNames() {
		return logicalNames;
	}

	/** Returns where findings go. */
	public Report report() {
		return report;
	}

	/** Returns the link table. */
	public Links links() {
		return links;
	}

	/** Returns what was found on each attribute line by itself. */
	Map<AttributeLine, List<Finding>> ofLines() {
		return ofLines;
	}

	/** Returns what was found on functions of the firmware. */
	List<Finding> ofCalls() {
		return ofCalls;
	}

	/** Evaluates a condition on the switches. */
	public boolean holds(Condition condition) {
		return new Conditions(switches, test -> { }).holds(condition);
	}

	/** Returns a logical device by name. */
	public Optional<LogicalDevice> device(String name) {
		return Optional.ofNullable(devices.get(name));
	}

	/** Returns the logical devices in order of text. */
	public Collection<LogicalDevice> devices() {
		return devices.values();
	}

	/** Adds a logical device. */
	LogicalDevice addDevice(String name) {
		return devices.computeIfAbsent(name, key -> {
			LogicalDevice device = new WatchedDevice();
			device.setName(name);
			model.getDevices().add(device);
			symbols.addDevice(name);
			return device;
		});
	}

	/** Returns the property's text; nothing when the meter has none of this name. */
	public Optional<String> property(String name) {
		return model.getProperties().stream().filter(each -> each.getName().equals(name) && each.getValue() != null).findFirst()
				.map(each -> each.getValue() instanceof Value.Utf8 text ? text.text() : each.getValue().toString());
	}

	/** Resolves the class of an object: the version that is written, the library's only one, or property default_version. */
	public Optional<InterfaceClass> interfaceClass(ObjectDecl object) {
		return interfaceClass(object, CosemDslPackage.eINSTANCE.getObjectDecl_InterfaceClass(), object.getInterfaceClass(), Optional.ofNullable(object.getVersion()));
	}

	/** Resolves the name of a class. */
	public Optional<InterfaceClass> interfaceClass(EObject node, EStructuralFeature feature, String name, Optional<String> version) {
		return names.interfaceClass(node, feature, name, version, defaultVersion()).map(classes::of);
	}

	private Optional<String> defaultVersion() {
		return model.getProperties().stream().filter(each -> each.getName().equals("default_version")).findFirst()
				.flatMap(each -> org.meterwright.cosem.value.Values.number(each.getValue()).stream().mapToObj(Long::toString).findFirst());
	}

	/** Returns a class by id and version: the one that the meter's own namespace declares, else the library's. */
	public Optional<InterfaceClass> libraryClass(int classId, int version) {
		return byId.computeIfAbsent(new ClassKey(classId, version), this::declared).map(classes::of);
	}

	private Optional<ClassDecl> declared(ClassKey key) {
		List<ClassDecl> found = names.declarations().all(Declarations.Sort.CLASS).values().stream().flatMap(List::stream).map(ClassDecl.class::cast)
				.filter(each -> Numerals.clampedInt(each.getClassId()) == key.classId() && Numerals.clampedInt(each.getVersion()) == key.version()).toList();
		return found.stream().filter(each -> SyntaxFile.of(each).namespace().equals(model.getNamespace())).findFirst().or(() -> found.stream().findFirst());
	}

	/** Returns the environments of the members of a family: one without binder for what is no family. */
	public List<Env> members(Family family) {
		if (family == null) {
			return List.of(Env.NONE);
		}
		Optional<List<IndexEntry>> entries = items.index(family.getIndex());
		if (entries.isEmpty()) {
			Optional<String> near = Suggest.nearest(family.getIndex(), items.indexNames());
			report.report("MW-LANG-015", family, "no index %s%s".formatted(family.getIndex(), near.map("; did you mean %s?"::formatted).orElse("")),
					near.map(each -> new String[] { each }).orElse(new String[0]));
			return List.of();
		}
		items.of(IndexDecl.class).stream().filter(each -> each.node().getName().equals(family.getIndex())).findFirst()
				.ifPresent(each -> links.add(family, CosemDslPackage.eINSTANCE.getFamily_Index(), each.node()));
		return entries.get().stream().map(entry -> Env.of(family.getBinder(), entry)).toList();
	}

	/** Returns the index entry that a member of a family has. */
	public static Optional<IndexEntry> entryOf(Family family, Env env) {
		return family == null ? Optional.empty() : env.find(family.getBinder());
	}

	/** Reads a logical name of the text; reports what is wrong with it. */
	public Optional<LogicalName> logicalName(EObject node, String text, Env env) {
		try {
			return Optional.of(LogicalNameText.parse(node, text, env));
		} catch (ValueProblem problem) {
			problem.tell(report);
			return Optional.empty();
		}
	}

	/** Makes an object for sugar: generated, without lines of its own. */
	public ObjectHandle create(NewObject object) {
		return create(object, Optional.empty(), Env.NONE);
	}

	/** Makes an object that an item of the text declares. */
	public ObjectHandle create(NewObject made, Optional<Entry<ObjectDecl>> entry, Env env) {
		CosemObject object = CosemFactory.eINSTANCE.createCosemObject();
		Symbol symbol = new Symbol(Kind.OBJECT, made.device(), made.family(), made.index(), object, made.declaration());
		object.setName(symbol.fullName());
		object.setInterfaceClass(made.type());
		object.setLogicalName(made.logicalName());
		object.setInternal(made.internal());
		object.setGenerated(made.generated());
		object.getOrigins().addAll(made.origins());
		String documentation = made.generated() ? "" : SyntaxFile.documentation(made.declaration());
		object.setDocumentation(documentation.isEmpty() ? null : documentation);
		addDevice(made.device()).getObjects().add(object);
		ObjectHandle handle = new ObjectHandle(object, made.device(), entry, env, new Body());
		handles.put(object, handle);
		order.add(handle);
		byLogicalName.computeIfAbsent(made.logicalName(), key -> new ArrayList<>(1)).add(handle);
		symbols.add(symbol);
		logicalNames.take(made.device(), made.logicalName());
		return handle;
	}

	/** Returns the objects made so far, in order of making. */
	public List<ObjectHandle> objects() {
		return List.copyOf(order);
	}

	/** Notes that a logical name is looked for: more than the object that has it depends on it. */
	public void ask(LogicalName logicalName) {
		asked.add(logicalName);
	}

	/** Tells whether the elaboration looked for a logical name: more than the object that has it may depend on it. */
	boolean isAsked(LogicalName logicalName) {
		return asked.contains(logicalName) || logicalNames.isAsked(logicalName);
	}

	/** Returns the objects that have a logical name, in any device. */
	List<ObjectHandle> named(LogicalName logicalName) {
		return byLogicalName.getOrDefault(logicalName, List.of());
	}

	/** Finds what was made of a declaration. */
	List<ObjectHandle> madeOf(ObjectDecl node) {
		return order.stream().filter(each -> each.entry().isPresent() && each.entry().get().node() == node).toList();
	}

	/** Finds what a declaration gives its name and documentation to. */
	List<ObjectHandle> madeFirstOf(ObjectDecl node) {
		return order.stream().filter(each -> each.entry().isPresent() && Heads.declaring(each.entry().get()) == node).toList();
	}

	/** Takes an object out of the finished model, which nothing names. */
	void remove(ObjectHandle handle) {
		CosemObject object = handle.object();
		items.entries().remove(handle.entry().orElseThrow());
		items.forget();
		handles.remove(object);
		order.remove(handle);
		byLogicalName.get(object.getLogicalName()).remove(handle);
		symbols.remove(object);
		logicalNames.release(handle.device(), object.getLogicalName());
		devices.get(handle.device()).getObjects().remove(object);
	}

	/** Returns the handle of an object. */
	public ObjectHandle handle(CosemObject object) {
		return handles.get(object);
	}

	/** Finds an object by class and logical name in a device. */
	public Optional<ObjectHandle> find(String device, int classId, LogicalName logicalName) {
		asked.add(logicalName);
		return byLogicalName.getOrDefault(logicalName, List.of()).stream()
				.filter(each -> each.device().equals(device) && each.object().getInterfaceClass().getClassId() == classId).findFirst();
	}

	/** Tells the scaler and unit in which an attribute counts. */
	public Optional<Scale> scale(CosemObject object, int attribute) {
		return Scales.of(object, attribute);
	}
}
