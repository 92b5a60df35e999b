// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.outline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.dsl.cosemDsl.AlertDecl;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.AssociationDecl;
import org.meterwright.dsl.cosemDsl.AttributeDecl;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.CompanionDecl;
import org.meterwright.dsl.cosemDsl.DeviceDecl;
import org.meterwright.dsl.cosemDsl.EventDecl;
import org.meterwright.dsl.cosemDsl.Family;
import org.meterwright.dsl.cosemDsl.File;
import org.meterwright.dsl.cosemDsl.GroupDecl;
import org.meterwright.dsl.cosemDsl.IfItem;
import org.meterwright.dsl.cosemDsl.LayerDecl;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.cosemDsl.MethodDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.OverrideItem;
import org.meterwright.dsl.cosemDsl.PushDecl;
import org.meterwright.dsl.cosemDsl.ReactionDecl;
import org.meterwright.dsl.cosemDsl.RequirementDecl;
import org.meterwright.dsl.cosemDsl.ScenarioDecl;
import org.meterwright.dsl.cosemDsl.ScriptLine;
import org.meterwright.dsl.cosemDsl.TypeDecl;
import org.meterwright.dsl.cosemDsl.UnitDecl;
import org.meterwright.dsl.cosemDsl.UseCaseDecl;
import org.meterwright.dsl.cosemDsl.VariantDecl;
import org.meterwright.dsl.elaborate.ObisDictionaries;
import org.meterwright.dsl.syntax.SyntaxFile;

/** Makes the outline of a text from its syntax tree. Half-written declarations appear as far as they have a name. */
public final class Outline {

	private Outline() {
	}

	/** Returns the entries of a file in the order of the text. */
	public static List<OutlineEntry> of(File file) {
		return entries(file.getElements().stream());
	}

	private static List<OutlineEntry> entries(Stream<? extends EObject> nodes) {
		return nodes.map(Outline::entry).flatMap(Optional::stream).toList();
	}

	private static Optional<OutlineEntry> entry(EObject node) {
		return switch (node) {
			case MeterDecl meter -> made(meter, meter.getName(), "", OutlineKind.METER, entries(meter.getItems().stream()));
			case LayerDecl layer -> made(layer, layer.getTarget(), "extend", layer.isCompanion() ? OutlineKind.COMPANION : OutlineKind.METER,
					entries(layer.getItems().stream()));
			case CompanionDecl companion -> made(companion, companion.getName(), "", OutlineKind.COMPANION, entries(companion.getItems().stream()));
			case DeviceDecl device -> made(device, device.getName(), sap(device), OutlineKind.DEVICE, entries(device.getItems().stream()));
			case ObjectDecl object -> made(object, familyName(object.getName(), object.getFamily()), objectDetail(object), OutlineKind.OBJECT,
					entries(object.getBody().stream()));
			case IfItem branch -> made(branch, "if", "", OutlineKind.CONDITION,
					entries(Stream.concat(branch.getItems().stream(), branch.getElseItems().stream())));
			case OverrideItem override -> entry(override.getItem());
			case RequirementDecl requirement -> entry(requirement.getObject());
			default -> leaf(node);
		};
	}

	private static Optional<OutlineEntry> leaf(EObject node) {
		return switch (node) {
			case AssociationDecl association -> made(association, association.getName(), "client %s".formatted(association.getSap()), OutlineKind.ASSOCIATION);
			case EventDecl event -> made(event, familyName(event.getName(), event.getFamily()), text(event.getText()), OutlineKind.EVENT);
			case ReactionDecl reaction -> made(reaction, reactionLabel(reaction), "", OutlineKind.REACTION);
			case PushDecl push -> made(push, familyName(push.getName(), push.getFamily()), text(push.getLn()), OutlineKind.PUSH);
			case AlertDecl alert -> made(alert, familyName(alert.getName(), alert.getFamily()), text(alert.getCode()), OutlineKind.ALERT);
			case UseCaseDecl useCase -> made(useCase, useCase.getName(), text(useCase.getTitle()), OutlineKind.USE_CASE);
			case ScenarioDecl scenario -> made(scenario, scenario.getTitle(), text(scenario.getMeter()), OutlineKind.SCENARIO);
			case ScriptLine script -> made(script, script.getName(), text(script.getId()), OutlineKind.SCRIPT);
			case GroupDecl group -> made(group, group.getName(), "", OutlineKind.GROUP);
			case VariantDecl variant -> made(variant, variant.getName(), String.join(" + ", variant.getOn()), OutlineKind.VARIANT);
			default -> libraryLeaf(node);
		};
	}

	private static Optional<OutlineEntry> libraryLeaf(EObject node) {
		return switch (node) {
			case ClassDecl declared -> made(declared, declared.getName(), "%s version %s".formatted(declared.getClassId(), declared.getVersion()), OutlineKind.CLASS,
					entries(declared.getMembers().stream()));
			case AttributeDecl attribute -> made(attribute, attribute.getName(), text(attribute.getIndex()), OutlineKind.ATTRIBUTE);
			case MethodDecl method -> made(method, "%s()".formatted(method.getName()), text(method.getIndex()), OutlineKind.SCRIPT);
			case TypeDecl type -> made(type, type.getName(), "", OutlineKind.TYPE);
			case UnitDecl unit -> made(unit, unit.getName(), text(unit.getTitle()), OutlineKind.UNIT);
			default -> Optional.empty();
		};
	}

	private static Optional<OutlineEntry> made(EObject node, String label, String detail, OutlineKind kind) {
		return made(node, label, detail, kind, List.of());
	}

	private static Optional<OutlineEntry> made(EObject node, String label, String detail, OutlineKind kind, List<OutlineEntry> children) {
		if (label == null || NodeModelUtils.getNode(node) == null) {
			return Optional.empty();
		}
		Origin place = SyntaxFile.place(node, "outline");
		return Optional.of(new OutlineEntry(label, detail, kind, place.offset(), place.length(), shift(node, place), children));
	}

	private static int shift(EObject node, Origin place) {
		EStructuralFeature feature = node.eClass().getEStructuralFeature(node instanceof LayerDecl ? "target" : "name");
		return feature == null || !node.eIsSet(feature) ? 0 : SyntaxFile.place(node, feature, 0).offset() - place.offset();
	}

	private static String familyName(String name, Family family) {
		return name == null || family == null ? name : "%s[%s]".formatted(name, family.getIndex());
	}

	private static String objectDetail(ObjectDecl object) {
		return "%s %s%s".formatted(text(object.getInterfaceClass()), text(object.getLn()), meaning(text(object.getLn()))).strip();
	}

	/** What the standard's dictionary says of a logical name that is written out. */
	private static String meaning(String text) {
		try {
			return ObisDictionaries.standard().name(LogicalName.valueOf(text)).map(", %s"::formatted).orElse("");
		} catch (IllegalArgumentException e) {
			return "";
		}
	}

	private static String sap(DeviceDecl device) {
		return device.getSap() == null ? "" : "SAP %s".formatted(device.getSap());
	}

	private static String reactionLabel(ReactionDecl reaction) {
		if (reaction.getName() != null) {
			return familyName(reaction.getName(), reaction.getFamily());
		}
		return reaction.getTrigger() == null ? null : written(reaction.getTrigger());
	}

	/** Returns what is written in a part of the text, on one line. */
	private static String written(EObject part) {
		Origin place = SyntaxFile.place(part, "outline");
		return SyntaxFile.find(part).flatMap(SyntaxFile::text).map(text -> text.substring(place.offset(), place.offset() + place.length()).replaceAll("\\s+", " ")).orElse("");
	}

	private static String text(Object value) {
		return value == null ? "" : value.toString();
	}
}
