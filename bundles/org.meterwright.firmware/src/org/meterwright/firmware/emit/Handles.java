// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.firmware.FirmwareOptions;
import org.meterwright.firmware.layout.LaidObject;
import org.meterwright.firmware.layout.ObjectStorage;
import org.meterwright.firmware.layout.Region;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Text;

/** All names of one meter in C: objects, their storage, firmware functions. Equal models give equal names. */
final class Handles {
	private final FirmwareOptions options;
	private final UniqueNames macros = new UniqueNames();
	private final List<String> objects = new ArrayList<>();
	private final List<String> members = new ArrayList<>();
	private final List<String> handlers = new ArrayList<>();
	private final List<String> setters = new ArrayList<>();
	private final Map<StorageType, String> storageTypes = new HashMap<>();
	/** Names of storage types by the number of the object. */
	private final String[] ramTypes;
	private final String[] nvmTypes;

	/** A class keeps its own types: what another class keeps changes none of its names. */
	private record StorageType(String type, ObjectStorage.Shape shape) {
		static StorageType of(Region.Place place) {
			return new StorageType(CNames.member(place.object().object().getInterfaceClass().getName()), place.storage().shape());
		}
	}

	Handles(TableLayout layout, FirmwareOptions options) {
		this.options = options;
		boolean several = layout.meter().getDevices().size() > 1;
		UniqueNames memberNames = new UniqueNames();
		for (LaidObject object : layout.objects()) {
			String name = plainName(object.object(), several);
			objects.add(macro(CNames.macro(name)));
			members.add(memberNames.of(CNames.member(name)));
		}
		UniqueNames functions = new UniqueNames();
		layout.handlers().forEach(handler -> handlers.add(functions.of(Text.of("%s_get_%s", options.prefix(), CNames.member(handler)))));
		layout.handlers().forEach(handler -> setters.add(functions.of(Text.of("%s_set_%s", options.prefix(), CNames.member(handler)))));
		UniqueNames types = new UniqueNames();
		ramTypes = nameStorage(layout, layout.ram(), types);
		nvmTypes = nameStorage(layout, layout.nvm(), types);
	}

	private static String plainName(CosemObject object, boolean several) {
		String name = object.getName() == null || object.getName().isBlank()
				? Text.of("class %d %s", object.getInterfaceClass().getClassId(), object.getLogicalName())
				: object.getName();
		return several && object.eContainer() instanceof LogicalDevice device ? Text.of("%s.%s", device.getName(), name) : name;
	}

	/** Names types by class and content: a type that changes gives no other type another name. */
	private String[] nameStorage(TableLayout layout, Region region, UniqueNames names) {
		String[] byObject = new String[layout.objects().size()];
		Region.Place before = null;
		for (Region.Place place : region.places()) {
			byObject[place.object().number()] = before != null && isLike(before, place) ? byObject[before.object().number()]
					: storageTypes.computeIfAbsent(StorageType.of(place), key -> Text.of("%s_t", names.of(Text.of("%s_%s%s", options.prefix(), key.type(), key.shape().suffix()))));
			before = place;
		}
		return byObject;
	}

	/** Tells whether a place has the type of another one, as neighbours mostly do. */
	private static boolean isLike(Region.Place one, Region.Place other) {
		return one.object().object().getInterfaceClass() == other.object().object().getInterfaceClass() && one.storage().isShapedLike(other.storage());
	}

	/** Gives a macro name with the prefix. */
	String macro(String name) {
		return macros.of(Text.of("%s_%s", options.macroPrefix(), name));
	}

	String prefix() {
		return options.prefix();
	}

	String macroPrefix() {
		return options.macroPrefix();
	}

	/** Returns the macro of an object's number. */
	String object(int number) {
		return objects.get(number);
	}

	/** Returns the member that holds an object's storage. */
	String member(int number) {
		return members.get(number);
	}

	/** Returns the function of a handler. */
	String handler(int number) {
		return handlers.get(number);
	}

	/** Returns the function that takes what is written behind a handler, if there is one. */
	String setter(int number) {
		return setters.get(number);
	}

	/** Returns the name of a native storage type. */
	String storageType(Region.Place place) {
		return (place.storage() == place.object().ram() ? ramTypes : nvmTypes)[place.object().number()];
	}

	/** Returns native storage types in the order of their names. */
	SortedMap<String, ObjectStorage.Shape> storageTypes() {
		SortedMap<String, ObjectStorage.Shape> byName = new TreeMap<>();
		storageTypes.forEach((type, name) -> byName.put(name, type.shape()));
		return byName;
	}
}
