// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.hover;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.AlertDecl;
import org.meterwright.dsl.cosemDsl.AssociationDecl;
import org.meterwright.dsl.cosemDsl.AttributeDecl;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.ClassMember;
import org.meterwright.dsl.cosemDsl.EventDecl;
import org.meterwright.dsl.cosemDsl.GroupDecl;
import org.meterwright.dsl.cosemDsl.Literal;
import org.meterwright.dsl.cosemDsl.Field;
import org.meterwright.dsl.cosemDsl.IndexDecl;
import org.meterwright.dsl.cosemDsl.Family;
import org.meterwright.dsl.cosemDsl.RoleDecl;
import org.meterwright.dsl.cosemDsl.DeviceDecl;
import org.meterwright.dsl.cosemDsl.ReactionDecl;
import org.meterwright.dsl.cosemDsl.SwitchDecl;
import org.meterwright.dsl.cosemDsl.VariantDecl;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.cosemDsl.CompanionDecl;
import org.meterwright.dsl.cosemDsl.StorageExpr;
import org.meterwright.dsl.cosemDsl.MethodDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.PushDecl;
import org.meterwright.dsl.cosemDsl.ScriptLine;
import org.meterwright.dsl.cosemDsl.TypeDecl;
import org.meterwright.dsl.cosemDsl.UnitDecl;
import org.meterwright.dsl.cosemDsl.UseCaseDecl;
import org.meterwright.dsl.ide.completion.TypeWords;
import org.meterwright.dsl.syntax.SyntaxFile;

/** Describes declarations in one line each. */
final class Descriptions {

	private Descriptions() {
	}

	static Optional<String> title(EObject node) {
		return switch (node) {
			case ClassDecl declared -> Optional.of("%s: class_id %s, version %s".formatted(declared.getName(), declared.getClassId(), declared.getVersion()));
			case AttributeDecl attribute -> Optional.of("%s.%s: attribute %s%s".formatted(owner(attribute), attribute.getName(), attribute.getIndex(), presence(attribute)));
			case MethodDecl method -> Optional.of("%s.%s(): method %s%s".formatted(owner(method), method.getName(), method.getIndex(), presence(method)));
			case AttributeLine line -> Optional.of("attribute %s".formatted(line.getName()));
			case ObjectDecl object -> Optional.of("%s: %s %s".formatted(object.getName(), or(object.getInterfaceClass()), or(object.getLn())).strip());
			case ScriptLine script -> Optional.of("script %s = %s".formatted(script.getName(), script.getId()));
			case null -> Optional.empty();
			default -> itemTitle(node);
		};
	}

	private static Optional<String> itemTitle(EObject node) {
		return switch (node) {
			case AssociationDecl association -> Optional.of("association %s, client %s".formatted(association.getName(), or(association.getSap())));
			case AlertDecl alert -> Optional.of("Alert %s, code %s%s".formatted(alert.getName(), or(alert.getCode()), tail(alert.getText())));
			case EventDecl event -> Optional.of("event %s from %s%s".formatted(event.getName(), or(event.getSource()), tail(event.getText())));
			case PushDecl push -> Optional.of("push set-up %s".formatted(push.getName()));
			case GroupDecl group -> Optional.of("group %s".formatted(group.getName()));
			case TypeDecl type -> Optional.of("type %s".formatted(type.getName()));
			case UnitDecl unit -> Optional.of("unit %s, code %s%s".formatted(unit.getName(), unit.getCode(), tail(unit.getTitle())));
			case UseCaseDecl useCase -> Optional.of("use case %s, message %s%s".formatted(useCase.getName(), useCase.getMessage(), tail(useCase.getTitle())));
			default -> smallTitle(node);
		};
	}

	private static Optional<String> smallTitle(EObject node) {
		return switch (node) {
			case Literal literal -> Optional.of("%s = %s%s".formatted(literal.getName(), literal.getValue(), tail(literal.getText())));
			case Field field -> Optional.of("field %s: %s".formatted(field.getName(), TypeWords.of(field.getType())));
			case IndexDecl index -> Optional.of("index %s".formatted(index.getName()));
			case Family family -> Optional.of("%s runs over index %s".formatted(family.getBinder(), family.getIndex()));
			case RoleDecl role -> Optional.of("role %s%s".formatted(role.getName(), tail(role.getText())));
			case DeviceDecl device -> Optional.of("logical device %s%s".formatted(device.getName(), device.getSap() == null ? "" : " at SAP %s".formatted(device.getSap())));
			case ReactionDecl reaction -> Optional.of("reaction %s %s".formatted(or(reaction.getName()), or(reaction.getLn())).strip());
			case SwitchDecl choice -> Optional.of("switch %s".formatted(String.join(choice.isExclusive() ? " | " : ", ", choice.getNames())));
			case VariantDecl variant -> Optional.of("variant %s = %s".formatted(variant.getName(), String.join(" + ", variant.getOn())));
			case MeterDecl meter -> Optional.of("%smeter %s%s".formatted(meter.isAbstract() ? "abstract " : "", meter.getName(), meter.getBase() == null ? "" : " extends %s".formatted(meter.getBase())));
			case CompanionDecl companion -> Optional.of("companion %s".formatted(companion.getName()));
			case StorageExpr storage -> Optional.of("firmware function %s".formatted(or(storage.getHandler())));
			default -> Optional.empty();
		};
	}

	private static String or(String text) {
		return text == null ? "" : text;
	}

	private static String owner(ClassMember member) {
		return member.eContainer() instanceof ClassDecl declared ? declared.getName() : "";
	}

	private static String presence(ClassMember member) {
		boolean optional = member.getFlags().stream().anyMatch(flag -> flag instanceof org.meterwright.dsl.cosemDsl.KindFlag kind && "optional".equals(kind.getKind()));
		return optional ? ", optional" : "";
	}

	private static String tail(String text) {
		return text == null ? "" : ": %s".formatted(text);
	}

	static List<String> documentation(EObject node) {
		String text = node == null ? "" : SyntaxFile.documentation(node);
		String plain = text.replaceAll("\\s*@opaque", "").replaceAll("\\s*@uncertain\\s+", "\nNot certain: ");
		return plain.isBlank() ? List.of() : plain.strip().lines().map(String::strip).toList();
	}

	static Optional<Origin> place(EObject node) {
		return SyntaxFile.find(node).map(file -> SyntaxFile.place(node, "hover"));
	}
}
