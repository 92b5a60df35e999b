// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.release;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.cosemDsl.AssociationDecl;
import org.meterwright.dsl.cosemDsl.PushDecl;
import org.meterwright.dsl.cosemDsl.ReactionDecl;
import org.meterwright.dsl.elaborate.Heads;
import org.meterwright.dsl.elaborate.Items;
import org.meterwright.dsl.elaborate.Symbol;
import org.meterwright.dsl.output.GeneratedOutput;

/**
 * The logical names that were allocated because the text writes none, of objects that clients see: what a lock file holds, one a line,
 * {@code BP3-larch management billingPeriod 22 0-0:15.0.0*255}.
 *
 * @param names logical name by what has it: meter with variant, device, name and class
 */
public record ReleasedNames(Map<String, String> names) {
	/** Name of the lock file, in the folder of the text that declares the meter. */
	public static final String FILE = "meterwright.lock";
	private static final String HEAD = "# Logical names that released meters have, where the text writes none. Written by 'meterwright release'; keep it with the text.\n";

	/** Sorts the names. */
	public ReleasedNames {
		names = Collections.unmodifiableMap(new TreeMap<>(names));
	}

	/** Reads a lock file; lines that are none are left out. */
	public static ReleasedNames read(String text) {
		Map<String, String> names = new LinkedHashMap<>();
		text.lines().map(String::strip).filter(line -> !line.startsWith("#") && line.lastIndexOf(' ') > 0)
				.forEach(line -> names.put(line.substring(0, line.lastIndexOf(' ')), line.substring(line.lastIndexOf(' ') + 1)));
		return new ReleasedNames(names);
	}

	/** Returns the allocated names of a meter. */
	public static ReleasedNames of(CompiledMeter meter) {
		Map<String, String> names = new LinkedHashMap<>();
		Set<EObject> writing = writing(meter.items());
		for (LogicalDevice device : meter.model().getDevices()) {
			for (CosemObject object : device.getObjects()) {
				if (object.isGenerated() && !object.isInternal() && meter.symbols().of(object).map(Symbol::declaration).filter(writing::contains).isEmpty()) {
					names.put(key(meter, device, object), object.getLogicalName().toString());
				}
			}
		}
		return new ReleasedNames(names);
	}

	/** Returns by what an object is known in a lock file. */
	static String key(CompiledMeter meter, LogicalDevice device, CosemObject object) {
		return "%s %s %s %d".formatted(GeneratedOutput.label(meter), device.getName(), object.getName(), object.getInterfaceClass().getClassId());
	}

	/** Returns the declarations that write a logical name. */
	private static Set<EObject> writing(Items items) {
		Set<EObject> writing = Collections.newSetFromMap(new IdentityHashMap<>());
		items.of(AssociationDecl.class).stream().filter(entry -> Heads.newest(entry, AssociationDecl::getLn).isPresent()).forEach(entry -> writing.add(entry.node()));
		items.of(PushDecl.class).stream().filter(entry -> Heads.newest(entry, PushDecl::getLn).isPresent()).forEach(entry -> writing.add(entry.node()));
		items.of(ReactionDecl.class).stream().filter(entry -> Heads.newest(entry, ReactionDecl::getLn).isPresent()).forEach(entry -> writing.add(entry.node()));
		return writing;
	}

	/** Returns these names and others; what both know is as the others say. */
	public ReleasedNames with(ReleasedNames others) {
		Map<String, String> all = new TreeMap<>(names);
		all.putAll(others.names);
		return new ReleasedNames(all);
	}

	/** Writes a lock file. */
	public String text() {
		StringBuilder text = new StringBuilder(HEAD);
		names.forEach((key, name) -> text.append(key).append(' ').append(name).append('\n'));
		return text.toString();
	}
}
