// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.rights;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AccessRights;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.EntryBlock;
import org.meterwright.dsl.cosemDsl.EntryLine;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Suggest;
import org.meterwright.dsl.sugar.Protections;

/** {@code entry x { ... }}: an element of object_list with what it says, in the order in which it says it. */
final class EntryBlocks {
	private final Elaboration elaboration;
	private final boolean selective;

	EntryBlocks(Elaboration elaboration, boolean selective) {
		this.elaboration = elaboration;
		this.selective = selective;
	}

	ObjectListEntry entry(CosemObject object, EntryBlock block) {
		ObjectListEntry entry = CosemFactory.eINSTANCE.createObjectListEntry();
		entry.setObject(object);
		Set<String> seen = new HashSet<>();
		List<AttributeAccess> attributes = new ArrayList<>();
		List<MethodAccess> methods = new ArrayList<>();
		for (EntryLine line : block.getLines()) {
			if (!seen.add(line.isMethod() ? line.getMember() + "()" : line.getMember())) {
				elaboration.report().report("MW-LANG-233", line, CosemDslPackage.eINSTANCE.getEntryLine_Member(), "%s stands twice in this entry"
						.formatted(line.getMember()));
			}
			add(attributes, methods, object.getInterfaceClass(), line);
		}
		entry.setRights(AccessRights.of(attributes, methods));
		return entry;
	}

	private void add(List<AttributeAccess> attributes, List<MethodAccess> methods, InterfaceClass type, EntryLine line) {
		String wrong = line.isMethod() ? "read|write" : "call";
		if (line.getModes().stream().anyMatch(mode -> wrong.contains(mode))) {
			elaboration.report().report("MW-LANG-233", line, line.isMethod() ? "%s() is a method: call or deny".formatted(line.getMember())
					: "%s is an attribute: read, write or deny; a method is written %s()".formatted(line.getMember(), line.getMember()));
			return;
		}
		Grants.checkSelectors(elaboration, line.getSelecting());
		int mode = mode(line) | Protections.bits(line.getProtection());
		if (line.isMethod()) {
			Optional<MethodDefinition> method = type.getMethods().stream().filter(each -> each.getName().equals(line.getMember())).findFirst();
			method.ifPresentOrElse(each -> methods.add(new MethodAccess(each.getIndex(), mode)),
					() -> unknown(type, line, "method", type.getMethods().stream().map(MethodDefinition::getName).toList()));
			return;
		}
		Optional<AttributeDefinition> attribute = type.getAttributes().stream().filter(each -> each.getName().equals(line.getMember())).findFirst();
		attribute.ifPresentOrElse(each -> attributes.add(new AttributeAccess(each.getIndex(), mode, selectors(line, each, mode))),
				() -> unknown(type, line, "attribute", type.getAttributes().stream().map(AttributeDefinition::getName).toList()));
	}

	private static int mode(EntryLine line) {
		int mode = 0;
		for (String word : line.getModes()) {
			mode |= word.equals("write") ? AccessModes.WRITE : AccessModes.READ;
		}
		return mode;
	}

	private List<Integer> selectors(EntryLine line, AttributeDefinition attribute, int mode) {
		return switch (Grants.selectors(line.getSelecting())) {
			case SelectorChoice.Only only -> only.selectors();
			case SelectorChoice.Unsaid unsaid -> ObjectRights.usual(attribute, mode, selective);
		};
	}

	private void unknown(InterfaceClass type, EntryLine line, String what, List<String> names) {
		Optional<String> near = Suggest.nearest(line.getMember(), names);
		elaboration.report().report("MW-LANG-234", line, CosemDslPackage.eINSTANCE.getEntryLine_Member(), "class %s version %d has no %s %s%s".formatted(type.getName(),
				type.getVersion(), what, line.getMember(), near.map("; did you mean %s?"::formatted).orElse("")),
				near.map(each -> new String[] { each }).orElse(new String[0]));
	}
}
